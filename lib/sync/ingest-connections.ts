import type { PoolClient } from "pg";
import { pool } from "#lib/db/pool.ts";
import { prepareStaging } from "./staging.ts";

/** While the rows of one transaction are merged, those of the next are on their way into another's staging table. */
const MOST = 2;

/** The connections of a pass that ingests, each with its staging tables. */
export class IngestConnections {
  readonly #idle: PoolClient[] = [];
  readonly #waiting: (() => void)[] = [];
  #taken = 0;

  /** One that has no transaction on, when there is one. */
  async take(): Promise<PoolClient> {
    while (this.#taken === MOST) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#taken++;
    try {
      return this.#idle.pop() ?? (await newConnection());
    } catch (error) {
      this.#free();
      throw error;
    }
  }

  /** Gives one back, for the next or, after any failure, for good: a fresh one has no half-done transaction. */
  giveBack(client: PoolClient, options: { hasFailed: boolean }): void {
    if (options.hasFailed) client.release(true);
    else this.#idle.push(client);
    this.#free();
  }

  /** Waits until all have been given back. */
  async close(): Promise<void> {
    while (this.#taken > 0) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    for (const client of this.#idle.splice(0)) client.release(true);
  }

  #free(): void {
    this.#taken--;
    this.#waiting.shift()?.();
  }
}

async function newConnection(): Promise<PoolClient> {
  const client = await pool().connect();
  try {
    await prepareStaging(client);
    return client;
  } catch (error) {
    client.release(true);
    throw error;
  }
}
