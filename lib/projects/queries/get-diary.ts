import { z } from "zod";
import { isoTimeSql } from "#lib/db/iso-time-sql.ts";
import { Prisma } from "#lib/db/prisma.ts";
import { dbNumber, readRows } from "#lib/db/read-rows.ts";
import type { Diary, DiaryDay, DiaryPerson } from "#lib/projects/diary.ts";
import { type CalendarDay, diaryDays } from "./diary-days.ts";
import { findProject, type ProjectPlace } from "./find-project.ts";

const DAYS = 30;
const MAX_LINES = 1000;

const who = { day: z.string(), id: z.int(), key: z.string(), name: z.string() };
const lineSchema = z.object({
  ...who,
  summary: z.string(),
  eventSource: z.string(),
  eventName: z.string(),
  outcome: z.enum(["success", "failure"]),
  events: dbNumber,
  eventId: z.string(),
  from: z.string(),
  to: z.string(),
});
const readSchema = z.object({ ...who, reads: dbNumber, readFailures: dbNumber });

/**
 * What was done in a project, day by day and person by person, newest day first: 30 days that have events, before a day
 * (`YYYY-MM-DD`). Null when no event names the project.
 * @param options.tz whose calendar divides the time; UTC when absent
 */
export async function getDiary({
  tz = "UTC",
  before,
  ...place
}: ProjectPlace & { tz?: string; before?: string }): Promise<Diary | null> {
  const project = await findProject(place);
  if (project === null) return null;
  const days = await diaryDays(project.where, { tz, before, count: DAYS + 1 });
  const shown = days.slice(0, DAYS);
  if (shown.length === 0) return { days: [], next: null, isCut: false };
  const [lines, reads] = await Promise.all([linesOf(shown, project.where), readsOf(shown, project.where)]);

  // A day is whole or on the next page; one that is too long by itself is cut.
  const lastLine = lines.length > MAX_LINES ? lines[MAX_LINES]?.day : undefined;
  const whole =
    lastLine === undefined
      ? shown
      : shown.slice(
          0,
          Math.max(
            1,
            shown.findIndex(({ day }) => day === lastLine),
          ),
        );
  const isCut = lastLine !== undefined && lastLine === shown[0]?.day;
  return {
    days: whole.map((day) => diaryDay(day, lines.slice(0, MAX_LINES), reads)),
    next: whole.length < days.length ? (whole.at(-1)?.day ?? null) : null,
    isCut,
  };
}

function diaryDay(
  day: CalendarDay,
  lines: z.infer<typeof lineSchema>[],
  reads: z.infer<typeof readSchema>[],
): DiaryDay {
  const people = new Map<number, DiaryPerson>();
  const personOf = ({ id, key, name }: { id: number; key: string; name: string }) => {
    const person = people.get(id) ?? { id, key, name, lines: [], reads: 0, readFailures: 0 };
    people.set(id, person);
    return person;
  };
  for (const line of lines.filter((one) => one.day === day.day)) {
    const { summary, eventSource, eventName, outcome, events, eventId, from, to } = line;
    personOf(line).lines.push({ summary, eventSource, eventName, outcome, events, eventId, from, to });
  }
  for (const row of reads.filter((one) => one.day === day.day)) {
    Object.assign(personOf(row), { reads: row.reads, readFailures: row.readFailures });
  }
  return { ...day, people: [...people.values()] };
}

/** The days as a relation, joined to the events of a condition. */
function dayEvents(days: CalendarDay[], where: Prisma.Sql): Prisma.Sql {
  const rows = days.map(
    ({ day, starts, ends }) => Prisma.sql`(${day}::text, ${starts}::timestamptz, ${ends}::timestamptz)`,
  );
  return Prisma.sql`(VALUES ${Prisma.join(rows)}) AS day (day, starts, ends)
    JOIN event ON event.event_time >= day.starts AND event.event_time < day.ends AND ${where}`;
}

function linesOf(days: CalendarDay[], where: Prisma.Sql): Promise<z.infer<typeof lineSchema>[]> {
  const order = Prisma.sql`ORDER BY event.event_time, event.event_id`;
  return readRows(
    lineSchema,
    Prisma.sql`WITH written AS (
        SELECT day.day, event.principal_ref, event.principal_name, event.action_ref, event.summary, event.outcome, event.event_time,
          event.event_id,
          row_number() OVER (PARTITION BY day.day, event.principal_ref ${order})
            - row_number() OVER (PARTITION BY day.day, event.principal_ref, event.action_ref, event.outcome, event.summary ${order}) AS run
        FROM ${dayEvents(days, where)} WHERE event.access = 'write'
      ), lines AS (
        SELECT day, principal_ref, action_ref, summary, outcome, min(principal_name) AS name, count(*) AS events,
          (array_agg(event_id ORDER BY event_time, event_id))[1] AS event_id, min(event_time) AS first, max(event_time) AS last
        FROM written GROUP BY day, principal_ref, action_ref, summary, outcome, run
      )
      SELECT day, lines.principal_ref AS id, principal.key, lines.name, summary, action.event_source AS "eventSource",
        action.event_name AS "eventName", outcome, events, lines.event_id AS "eventId",
        ${isoTimeSql(Prisma.sql`first`)} AS "from", ${isoTimeSql(Prisma.sql`last`)} AS "to"
      FROM lines JOIN principal ON principal.id = lines.principal_ref JOIN action ON action.id = lines.action_ref
      ORDER BY day DESC, first, lines.event_id LIMIT ${MAX_LINES + 1}`,
  );
}

function readsOf(days: CalendarDay[], where: Prisma.Sql): Promise<z.infer<typeof readSchema>[]> {
  return readRows(
    readSchema,
    Prisma.sql`SELECT day, counts.principal_ref AS id, principal.key, counts.name, reads, "readFailures" FROM (
        SELECT day.day, event.principal_ref, min(event.principal_name) AS name, count(*) AS reads,
          count(*) FILTER (WHERE event.outcome = 'failure') AS "readFailures"
        FROM ${dayEvents(days, where)} WHERE event.access = 'read' GROUP BY 1, 2
      ) AS counts JOIN principal ON principal.id = counts.principal_ref
      ORDER BY day DESC, reads DESC, id`,
  );
}
