import { openTrail } from "#lib/sync/open-trail.ts";
import { TrailError } from "#lib/sync/trail-source.ts";
import { Refusal } from "./refusal.mjs";

const LIMIT_MS = 20_000;

/**
 * Asks each trail for its first folders: whether it is there and may be listed.
 * @throws Refusal with the trail's address and what to do.
 */
export async function checkTrails(urls: readonly string[]): Promise<void> {
  for (const url of urls) {
    const trail = openTrail(url);
    const limit = AbortSignal.timeout(LIMIT_MS);
    try {
      await trail.folders(trail.prefix, limit);
    } catch (error) {
      if (limit.aborted)
        throw new Refusal(`${url} doesn't answer within ${LIMIT_MS / 1000} s; check the endpoint and the network.`);
      if (error instanceof TrailError) throw new Refusal(`${url}: ${error.message}`);
      throw error;
    }
  }
}
