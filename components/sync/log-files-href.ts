import type { LogFileSort, LogFileState } from "#lib/sync/queries/log-file-row.ts";

/** Which files of the ledger, and from where on. */
export type LogFilesAddress = {
  state?: LogFileState;
  only?: LogFileSort;
  search?: string;
  /** The pass that was the last to read them. */
  run?: number;
  cursor?: string;
};

/** The address of a part of the ledger. */
export function logFilesHref({ state, only, search, run, cursor }: LogFilesAddress): string {
  const params = new URLSearchParams();
  if (state !== undefined) params.set("state", state);
  if (only !== undefined) params.set("only", only);
  if (run !== undefined) params.set("run", String(run));
  if (search !== undefined && search !== "") params.set("search", search);
  if (cursor !== undefined) params.set("cursor", cursor);
  return params.size === 0 ? "/sync/files" : `/sync/files?${params}`;
}
