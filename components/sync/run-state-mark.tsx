import { Check, CircleDashed, Clock, LoaderCircle, type LucideIcon, TriangleAlert, X } from "lucide-react";
import type { SyncRunState } from "#lib/sync/queries/run-rows.ts";
import { Mark } from "#components/ui/mark.tsx";

const STATES: Record<SyncRunState, { label: string; icon: LucideIcon; color: string }> = {
  waiting: { label: "Waiting", icon: Clock, color: "text-brass" },
  running: { label: "Running", icon: LoaderCircle, color: "text-brass" },
  complete: { label: "Complete", icon: Check, color: "text-ink-soft" },
  partial: { label: "Partial", icon: TriangleAlert, color: "text-failure" },
  failed: { label: "Failed", icon: X, color: "text-failure" },
  interrupted: { label: "Interrupted", icon: CircleDashed, color: "text-ink-soft" },
};

/** How a pass stands or ended, by shape and word. */
export function RunStateMark({ state }: { state: SyncRunState }) {
  const { label, icon, color } = STATES[state];
  return (
    <Mark icon={icon} className={color}>
      {label}
    </Mark>
  );
}
