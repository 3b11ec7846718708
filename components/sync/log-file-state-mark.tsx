import { Archive, Check, CircleDashed, Clock, type LucideIcon, Minus, X } from "lucide-react";
import type { LogFileState } from "#lib/sync/queries/log-file-row.ts";

const ICONS: Record<LogFileState, LucideIcon> = {
  pending: Clock,
  ingested: Check,
  skipped: Minus,
  archived: Archive,
  failed: X,
  expired: CircleDashed,
};

/** What became of a file, by shape and word. */
export function LogFileStateMark({ state }: { state: LogFileState }) {
  const Icon = ICONS[state];
  return (
    <span
      className={`inline-flex items-center gap-1 capitalize ${state === "failed" ? "text-failure" : "text-ink-soft"}`}
    >
      <Icon className="size-3.5 shrink-0" aria-hidden="true" />
      {state}
    </span>
  );
}
