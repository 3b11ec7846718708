import type { ClientBase } from "pg";
import { kindOfKey, parseLogFileKey } from "#lib/cloudtrail/log-file-key.ts";

const DAY_MS = 86_400_000;

type Seen = { id: number; key: string; lastModified: Date | null };
type Newest = { account_id: string; region: string; at: string; id: number };

/** Keeps the newest log file of each account and region that a trail delivers for, out of files that it has shown. */
export async function writeTrailRegions(
  client: Pick<ClientBase, "query">,
  listing: { trailId: number },
  files: Seen[],
): Promise<void> {
  const newest = newestByPlace(files);
  if (newest.length === 0) return;
  await client.query(
    `INSERT INTO trail_region AS r (trail_id, account_id, region, newest_log_file_at, newest_log_file_id)
     SELECT $1, account_id, region, at, id
     FROM json_to_recordset($2::json) AS v (account_id text, region text, at timestamptz, id bigint)
     ORDER BY account_id, region
     ON CONFLICT (trail_id, account_id, region) DO UPDATE
       SET newest_log_file_at = excluded.newest_log_file_at, newest_log_file_id = excluded.newest_log_file_id
       WHERE (r.newest_log_file_at, r.newest_log_file_id) < (excluded.newest_log_file_at, excluded.newest_log_file_id)`,
    [listing.trailId, JSON.stringify(newest)],
  );
}

function newestByPlace(files: Seen[]): Newest[] {
  const newest = new Map<string, Newest>();
  for (const { id, key, lastModified } of files) {
    const path = parseLogFileKey(key);
    if (path === null || kindOfKey(key) !== "log") continue;
    const place = `${path.accountId}/${path.region}`;
    const at = deliveredAt(path.date, lastModified);
    const known = newest.get(place);
    if (known === undefined || known.at < at || (known.at === at && known.id < id))
      newest.set(place, { account_id: path.accountId, region: path.region, at, id });
  }
  return [...newest.values()];
}

/** No later than the end of the folder's day: a copy of a bucket has the times at which it was copied. */
function deliveredAt(date: string, lastModified: Date | null): string {
  const endMs = Date.parse(`${date}T00:00:00Z`) + DAY_MS;
  return new Date(Math.min(endMs, lastModified?.getTime() ?? Date.now())).toISOString();
}
