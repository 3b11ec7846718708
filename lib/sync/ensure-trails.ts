import { pool } from "#lib/db/pool.ts";
import type { TrailHistory } from "./plan-pass.ts";
import { trailAddresses } from "./trail-address.ts";
import type { TrailPause } from "./trail-pause.ts";

export type Trail = TrailHistory & { id: number; url: string; pause: TrailPause | null };

/** The configured trails as rows of the database, made when they are new, in the order they are given. */
export async function ensureTrails(urls: string[]): Promise<Trail[]> {
  const addresses = trailAddresses(urls).map((address) => address.url);
  await pool().query(
    `INSERT INTO trail (url)
     SELECT url FROM unnest($1::text[]) WITH ORDINALITY AS given (url, place)
     WHERE NOT EXISTS (SELECT FROM trail t WHERE t.url = given.url) ORDER BY place
     ON CONFLICT DO NOTHING`,
    [addresses],
  );
  const { rows } = await pool().query<Omit<Trail, "pause"> & { [name in keyof TrailPause]: TrailPause[name] | null }>(
    `SELECT id, url, paused_since AS since, paused_until AS until, paused_reason AS reason, last_complete_pass_at AS "lastCompletePassAt", last_month_pass_at AS "lastMonthPassAt",
       last_full_pass_at AS "lastFullPassAt", rules_fingerprint AS "rulesFingerprint"
     FROM trail WHERE url = ANY ($1) ORDER BY array_position($1, url)`,
    [addresses],
  );
  return rows.map(({ since, until, reason, ...trail }) => ({
    ...trail,
    pause: since && until && reason !== null ? { since, until, reason } : null,
  }));
}
