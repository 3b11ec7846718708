import type { ClientBase } from "pg";
import { copyFrom } from "#lib/db/copy-from.ts";
import { COPY_STAGED } from "./staging.ts";

const CHUNK_BYTES = 64 * 1024;

/** A COPY into the staging table that is on. Each call resolves when Postgres has taken the bytes. */
export type StagedCopy = {
  write: (rows: Uint8Array) => Promise<void> | undefined;
  /** Ends the COPY; rejects when Postgres refuses a row. */
  end: () => Promise<void>;
  /** Breaks the COPY off; its transaction can then only be rolled back. */
  abort: () => Promise<void>;
};

/** Begins a COPY of rows, which are whole lines made by `staged-row.ts`. The connection is busy until `end` or `abort`. */
export function copyStaged(client: ClientBase): StagedCopy {
  const stream = client.query(copyFrom(COPY_STAGED));
  let isBroken = false;
  const failed = new Promise<never>((_, reject) => {
    stream.on("error", (error) => {
      isBroken = true;
      reject(error);
    });
  });
  failed.catch(() => undefined);
  let held: Uint8Array[] = [];
  let heldBytes = 0;

  // One write at a time: the stream must hold nothing back, since it can't cope with that after an error.
  const flush = (): Promise<void> => {
    if (heldBytes === 0) return Promise.resolve();
    const [only] = held;
    const bytes = held.length === 1 && only ? only : Buffer.concat(held);
    held = [];
    heldBytes = 0;
    return Promise.race([new Promise<void>((resolve) => void stream.write(bytes, () => resolve())), failed]);
  };

  return {
    write: (rows) => {
      held.push(rows);
      heldBytes += rows.length;
      return heldBytes < CHUNK_BYTES ? undefined : flush();
    },
    end: async () => {
      await flush();
      await Promise.race([new Promise<void>((resolve) => void stream.end(resolve)), failed]);
      if (isBroken) await failed;
    },
    abort: async () => {
      if (isBroken) return;
      const closed = new Promise<void>((resolve) => void stream.once("close", resolve));
      stream.destroy();
      await closed;
    },
  };
}
