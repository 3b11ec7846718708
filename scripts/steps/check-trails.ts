import { kindOfKey } from "#lib/cloudtrail/log-file-key.ts";
import { openTrail } from "#lib/sync/open-trail.ts";
import { trailAddresses } from "#lib/sync/trail-address.ts";
import { type ListedFile, TrailError, type TrailSource } from "#lib/sync/trail-source.ts";
import { Refusal } from "./refusal.mjs";

const LIMIT_MS = 20_000;

/**
 * Asks each trail for its first folders and for one log file: whether it is there and may be listed and read.
 * @returns a line about each; a mistyped prefix shows as one where nothing is
 * @throws Refusal with the trail's address and what to do.
 */
export async function checkTrails(urls: readonly string[]): Promise<string[]> {
  const lines: string[] = [];
  for (const address of trailAddresses(urls)) {
    const trail = openTrail(address);
    const { url } = trail;
    const limit = AbortSignal.timeout(LIMIT_MS);
    try {
      const { folders, files } = await trail.folders(trail.prefix, limit);
      await checkReading(trail, limit);
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

/**
 * Opens log files of the first page: its first, middle and last. Only refusals of all of them count: one may lie under
 * a key that is gone, and what else a file may suffer is the ledger's matter.
 */
async function checkReading(trail: TrailSource, signal: AbortSignal): Promise<void> {
  for await (const page of trail.list(trail.prefix, signal)) {
    const files = page.filter(({ key, refusal }) => refusal === null && kindOfKey(key) === "log");
    const places = new Set([0, files.length >> 1, files.length - 1]);
    const refusals: TrailError[] = [];
    for (const file of files.filter((_, index) => places.has(index))) {
      const refusal = await refusalOf(trail, file, signal);
      if (!refusal) return;
      refusals.push(refusal);
    }
    if (refusals[0]) throw refusals[0];
    return;
  }
}

async function refusalOf(trail: TrailSource, file: ListedFile, signal: AbortSignal): Promise<TrailError | null> {
  try {
    for await (const _ of trail.open(file, { signal })) return null;
  } catch (error) {
    if (signal.aborted) throw error;
    if (error instanceof TrailError && error.kind === "denied") return error;
  }
  return null;
}
