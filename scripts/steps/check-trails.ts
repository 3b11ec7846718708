import { openTrail } from "#lib/sync/open-trail.ts";
import { TrailError } from "#lib/sync/trail-source.ts";
import { Refusal } from "./refusal.mjs";

const LIMIT_MS = 20_000;

/**
 * Asks each trail for its first folders: whether it is there and may be listed.
 * @returns a line about each; a mistyped prefix shows as one where nothing is
 * @throws Refusal with the trail's address and what to do.
 */
export async function checkTrails(urls: readonly string[]): Promise<string[]> {
  const lines: string[] = [];
  for (const url of urls) {
    const trail = openTrail(url);
    const limit = AbortSignal.timeout(LIMIT_MS);
    try {
      const { folders, files } = await trail.folders(trail.prefix, limit);
      lines.push(folders.length + files.length === 0 ? `${url} (nothing is there yet)` : url);
    } catch (error) {
      if (limit.aborted)
        throw new Refusal(`${url} doesn't answer within ${LIMIT_MS / 1000} s; check the endpoint and the network.`);
      if (error instanceof TrailError) throw new Refusal(`${url}: ${error.message}`);
      throw error;
    }
  }
  return lines;
}
