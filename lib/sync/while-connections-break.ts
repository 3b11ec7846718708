import { setTimeout as sleep } from "node:timers/promises";
import { databaseErrorKind } from "./database-error-kind.ts";

const ATTEMPTS = 6;

/** Does what may be done twice, again a few times while the connection to the database breaks. */
export async function whileConnectionsBreak<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (databaseErrorKind(error) !== "connection" || attempt === ATTEMPTS) throw error;
      await sleep(100 * 2 ** attempt);
    }
  }
}
