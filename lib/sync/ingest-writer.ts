import { setTimeout as sleep } from "node:timers/promises";
import type { PoolClient } from "pg";
import type { KeepRules } from "#lib/codestar/event-sources.ts";
import { copyStaged, type StagedCopy } from "./copy-staged.ts";
import { addCounts, noCounts, type Counters } from "./counters.ts";
import { databaseErrorKind } from "./database-error-kind.ts";
import type { FileResult } from "./due-file.ts";
import { IngestConnections } from "./ingest-connections.ts";
import { keepVersions } from "./keep-versions.ts";
import { ledgerRow } from "./ledger-row.ts";
import { mergeStaged } from "./merge-staged.ts";
import { withdrawMissing } from "./withdraw-missing.ts";
import { TrailError } from "./trail-source.ts";
import { addToRun, writeLedger } from "./write-ledger.ts";

/** Held by each ingest transaction while it merges, so that commit numbers follow commit order. */
const INGEST_LOCK = 7_391_402;
const ATTEMPTS = 6;
const NO_ROWS = new Uint8Array(0);

export type WrittenFiles = { results: FileResult[]; counts: Counters };

/** A large file on its way into the database: rows go through COPY as they are read. */
export type FileStream = {
  write: (rows: Uint8Array) => Promise<void> | undefined;
  /** Commits the file, or says by a failed result why its records can't be stored. */
  commit: (result: ReadResult) => Promise<void>;
  /** Takes everything back. */
  abort: () => Promise<void>;
};

export type IngestWriter = {
  /** Commits files with their records and ledger rows in one transaction. */
  write: (results: FileResult[]) => Promise<void>;
  stream: () => Promise<FileStream>;
  /** Waits for what is on. */
  close: () => Promise<void>;
};

type ReadResult = Extract<FileResult, { kind: "read" }>;
/** `committedAt` tells the commit from another that came to draw the same number. */
type Settled = { commitNo: number; committedAt: string; counts: Counters };

/**
 * Writes what a pass reads from one trail: several transactions may be on, of which one merges at a time.
 * A batch that the database refuses is split until the one bad file fails alone; a connection that breaks is opened
 * again a few times.
 */
export function ingestWriter(options: {
  runId: number;
  trailId: number;
  rules: KeepRules;
  /** When it says so, nothing more is begun; what is at its commit is waited for. */
  signal: AbortSignal;
  onWritten: (files: WrittenFiles) => void;
}): IngestWriter {
  const { runId, rules } = options;
  const connections = new IngestConnections();

  /** Everything of a transaction from the end of its COPY to just before its commit. */
  const settle = async (client: PoolClient, results: FileResult[]): Promise<Settled> => {
    await client.query("SELECT pg_advisory_xact_lock($1)", [INGEST_LOCK]);
    // Who stopped the pass may have let another begin.
    if (options.signal.aborted) throw new TrailError("aborted", "The sync was stopped.");
    const { rows } = await client.query<{ no: number; at: string }>(
      `INSERT INTO ingest_commit (no, sync_run_id) SELECT coalesce(max(no), 0) + 1, $1 FROM ingest_commit
       RETURNING no, committed_at::text AS at`,
      [runId],
    );
    const { no: commitNo, at: committedAt } = rows[0] ?? { no: 0, at: "" };
    const { rereadings, ...reread } = await keepVersions(client, { commitNo, results });
    const merged = await mergeStaged(client, { commitNo, ...reread });
    await withdrawMissing(client, { commitNo, rules, ...reread });
    const counts = noCounts();
    const ledger = results.map((result) => {
      const entry = ledgerRow(result, merged, rereadings.get(result.file.id));
      addCounts(counts, entry.counts);
      return entry.row;
    });
    await writeLedger(client, ledger, { runId, commitNo, fingerprint: rules.fingerprint });
    await addToRun(client, options, counts);
    return { commitNo, committedAt, counts };
  };

  /** A commit whose answer got lost may have happened: asks, until the database is back. */
  const hasCommitted = async (settled: Settled): Promise<boolean> => {
    for (let attempt = 1; ; attempt++) {
      await sleep(100 * 2 ** attempt);
      try {
        return await wasCommitted(await connections.take(), settled);
      } catch (error) {
        // Not an error of the connection to the caller, who would write once more what may be in.
        if (databaseErrorKind(error) !== "connection" || attempt === ATTEMPTS)
          throw new Error("The database went away during a commit; the next pass finds out whether it happened.", {
            cause: error,
          });
      }
    }
  };
  const wasCommitted = async (client: PoolClient, { commitNo, committedAt }: Settled): Promise<boolean> => {
    let hasFailed = true;
    try {
      await client.query("BEGIN");
      // A server process that is still at the commit holds the lock.
      await client.query("SELECT pg_advisory_xact_lock($1)", [INGEST_LOCK]);
      const { rowCount } = await client.query(
        "SELECT FROM ingest_commit WHERE no = $1 AND sync_run_id = $2 AND committed_at = $3::timestamptz",
        [commitNo, runId, committedAt],
      );
      await client.query("COMMIT");
      hasFailed = false;
      return rowCount !== 0;
    } finally {
      connections.giveBack(client, { hasFailed });
    }
  };

  /** Ends a transaction whose rows are staged, and gives its connection back. */
  const commit = async (client: PoolClient, results: FileResult[], stage: () => Promise<void>): Promise<void> => {
    let settled: Settled | null = null;
    try {
      await stage();
      settled = await settle(client, results);
      await client.query("COMMIT");
    } catch (error) {
      connections.giveBack(client, { hasFailed: true });
      const isIn = databaseErrorKind(error) === "connection" && settled && (await hasCommitted(settled));
      if (!settled || !isIn) throw error;
      options.onWritten({ results, counts: settled.counts });
      return;
    }
    connections.giveBack(client, { hasFailed: false });
    options.onWritten({ results, counts: settled.counts });
  };

  const commitBatch = async (results: FileResult[]): Promise<void> => {
    for (let attempt = 1; ; attempt++) {
      try {
        const client = await connections.take();
        return await commit(client, results, async () => {
          await client.query("BEGIN");
          await copyRows(client, results);
        });
      } catch (error) {
        const isOver = attempt === ATTEMPTS || options.signal.aborted;
        if (databaseErrorKind(error) !== "connection" || isOver) throw error;
        await sleep(100 * 2 ** attempt);
      }
    }
  };

  const commitOrSplit = async (results: FileResult[]): Promise<void> => {
    try {
      await commitBatch(results);
    } catch (error) {
      if (databaseErrorKind(error) !== "data") throw error;
      const [only] = results;
      if (results.length > 1) {
        const middle = results.length >> 1;
        await commitOrSplit(results.slice(0, middle));
        await commitOrSplit(results.slice(middle));
      } else if (only?.kind === "read" && only.reading.failure === null) {
        await commitBatch([refused(only, error)]);
      } else {
        throw error;
      }
    }
  };

  const stream = async (): Promise<FileStream> => {
    const client = await connections.take();
    let copy: StagedCopy;
    try {
      await client.query("BEGIN");
      copy = copyStaged(client);
    } catch (error) {
      connections.giveBack(client, { hasFailed: true });
      throw error;
    }
    return {
      write: (rows) => copy.write(rows),
      commit: (result: ReadResult) =>
        commit(client, [result], () => copy.end()).catch((error: unknown) => {
          if (databaseErrorKind(error) !== "data") throw error;
          return commitBatch([refused(result, error)]);
        }),
      abort: async () => {
        let hasFailed = true;
        try {
          await copy.abort();
          await client.query("ROLLBACK");
          hasFailed = false;
        } catch {
          // Then the server takes back what the connection leaves.
        } finally {
          connections.giveBack(client, { hasFailed });
        }
      },
    };
  };

  const writing = new Set<Promise<void>>();
  return {
    write: (results) => {
      if (results.length === 0) return Promise.resolve();
      const batch = commitOrSplit(results).finally(() => writing.delete(batch));
      writing.add(batch);
      return batch;
    },
    stream,
    close: async () => {
      // One that waits to be tried again holds no connection.
      await Promise.allSettled(writing);
      await connections.close();
    },
  };
}

async function copyRows(client: PoolClient, results: FileResult[]): Promise<void> {
  if (!results.some((result) => result.kind === "read" && result.rows.length > 0)) return;
  const copy = copyStaged(client);
  for (const result of results) {
    if (result.kind === "read" && result.reading.failure === null) await copy.write(result.rows);
  }
  await copy.end();
}

/** The same file as failed, because the database won't have its records. */
function refused(result: Extract<FileResult, { kind: "read" }>, error: unknown): FileResult {
  const said = error instanceof Error ? error.message : String(error);
  return {
    ...result,
    rows: NO_ROWS,
    reading: { ...result.reading, failure: `The database refuses a record of the file: ${said}.` },
  };
}
