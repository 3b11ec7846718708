import { cleanText } from "#lib/cloudtrail/clean-text.ts";
import { pool } from "#lib/db/pool.ts";
import type { RunCause } from "./create-run.ts";
import type { AccessSign } from "./refusals.ts";

/** A trail whose bucket or credentials refuse: since when, why, and until when passes by the schedule leave it alone. */
export type TrailPause = { since: Date; until: Date; reason: string };

const MOST_MINUTES = 60;

/** Why a pass leaves a trail alone, or null when it is tried: what a person asks for, or a start, tries at once. */
export function pauseSentence(pause: TrailPause | null, cause: RunCause, now = new Date()): string | null {
  const isByItself = cause === "schedule" || cause === "queue";
  if (!isByItself || pause === null || pause.until <= now) return null;
  return `Paused since ${minuteOf(pause.since)}; tried again after ${minuteOf(pause.until)}, or at once when a pass is asked for. ${pause.reason}`;
}

/**
 * Keeps what a try of a trail has shown. Refused, it is paused until the next pass at first and then for twice as long
 * each time that the schedule has tried in vain, an hour at most; open, it is no longer. A few refusals begin no pause,
 * and don't end one either.
 */
export async function notePause(
  { id: trailId, pause }: { id: number; pause: TrailPause | null },
  access: AccessSign,
  options: { cause: RunCause; isAnythingIn: boolean; intervalMinutes: number },
): Promise<void> {
  if (access.kind === "nothing" || (access.kind === "refused" && !access.isOfAll && pause === null)) return;
  if (access.kind === "open") {
    await pool().query(
      `UPDATE trail SET paused_since = NULL, paused_until = NULL, paused_reason = NULL, paused_tries = 0
       WHERE id = $1 AND paused_since IS NOT NULL`,
      [trailId],
    );
    return;
  }
  // Half an interval less, so that a pass that comes in time finds the pause over.
  await pool().query(
    `UPDATE trail SET paused_since = coalesce(paused_since, now()), paused_reason = $2, paused_tries = next.tries,
       paused_until = now() + make_interval(secs => 60 * greatest($4::float8 / 2, least($5::float8, $4 * 2 ^ least(next.tries - 1, 20) - $4 / 2)))
     FROM (SELECT CASE WHEN $3 = 'anew' THEN 1 WHEN $3 = 'grows' THEN paused_tries + 1 ELSE greatest(paused_tries, 1) END AS tries
           FROM trail WHERE id = $1) next
     WHERE id = $1`,
    [
      trailId,
      cleanText(access.reason),
      options.isAnythingIn ? "anew" : options.cause === "schedule" ? "grows" : "stays",
      options.intervalMinutes,
      MOST_MINUTES,
    ],
  );
}

function minuteOf(time: Date): string {
  return `${time.toISOString().slice(0, 16).replace("T", " ")} UTC`;
}
