import { Archive, ChartLine, Check, CircleDashed, Clock, FileCheck, type LucideIcon, Minus, X } from "lucide-react";
import type { LogFileState } from "#lib/sync/queries/log-file-row.ts";
import { Mark } from "#components/ui/mark.tsx";

const ICONS: Record<LogFileState, LucideIcon> = {
  pending: Clock,
  ingested: Check,
  skipped: Minus,
  archived: Archive,
  failed: X,
  expired: CircleDashed,
};

/** What is skipped because it is something else than a log file. */
const OTHERS: Record<string, { icon: LucideIcon; name: string }> = {
  digest: { icon: FileCheck, name: "digest" },
  insight: { icon: ChartLine, name: "Insights" },
};

/** What became of a file (and what it is, if no log file), by shape and word. */
export function LogFileStateMark({ state, kind = "log" }: { state: LogFileState; kind?: string }) {
  const other = state === "skipped" ? OTHERS[kind] : undefined;
  return (
    <Mark icon={other?.icon ?? ICONS[state]} className={state === "failed" ? "text-failure" : "text-ink-soft"}>
      <span className="capitalize">{other?.name ?? state}</span>
    </Mark>
  );
}
