import { Archive, ChartLine, Check, CircleDashed, Clock, FileCheck, type LucideIcon, Minus, X } from "lucide-react";
import type { LogFileState } from "#lib/sync/queries/log-file-row.ts";

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
  const Icon = other?.icon ?? ICONS[state];
  return (
    <span
      className={`inline-flex items-center gap-1 capitalize ${state === "failed" ? "text-failure" : "text-ink-soft"}`}
    >
      <Icon className="size-3.5 shrink-0" aria-hidden="true" />
      {other?.name ?? state}
    </span>
  );
}
