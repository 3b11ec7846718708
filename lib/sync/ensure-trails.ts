import { pool } from "#lib/db/pool.ts";
import type { TrailHistory } from "./plan-pass.ts";
import { trailAddress } from "./trail-address.ts";

export type Trail = TrailHistory & { id: number; url: string };

/** The configured trails as rows of the database, made when they are new, in the order they are given. */
export async function ensureTrails(urls: string[]): Promise<Trail[]> {
  const addresses = [...new Set(urls.map((url) => trailAddress(url).url))];
  await pool().query(
    `INSERT INTO trail (url)
     SELECT url FROM unnest($1::text[]) WITH ORDINALITY AS given (url, place)
     WHERE NOT EXISTS (SELECT FROM trail t WHERE t.url = given.url) ORDER BY place
     ON CONFLICT DO NOTHING`,
    [addresses],
  );
  const { rows } = await pool().query<Trail>(
    `SELECT id, url, last_complete_pass_at AS "lastCompletePassAt", last_month_pass_at AS "lastMonthPassAt",
       last_full_pass_at AS "lastFullPassAt", rules_fingerprint AS "rulesFingerprint"
     FROM trail WHERE url = ANY ($1) ORDER BY array_position($1, url)`,
    [addresses],
  );
  return rows;
}
