import { z } from "zod";
import { isoTimeSql } from "#lib/db/iso-time-sql.ts";
import { Prisma } from "#lib/db/prisma.ts";
import { readRow, readRows } from "#lib/db/read-rows.ts";
import type { EventRow } from "#lib/events/event-row.ts";
import { timeSql } from "#lib/events/queries/filter-sql.ts";
import { eventJoins, eventRowSchema, eventSelect } from "#lib/events/queries/event-select.ts";
import { codestarActions } from "#lib/findings/queries/found-sql.ts";
import { teamStepsSql } from "#lib/findings/queries/team-steps-sql.ts";
import { findProject, type FoundProject } from "#lib/projects/queries/find-project.ts";
import type { AccessReview, ReviewChange, ReviewMember } from "#lib/review/access-review.ts";

export type AccessReviewOptions = {
  account: string;
  region: string;
  id: string;
  /** Included; null: from the first record on. */
  from: Date | null;
  /** Excluded; null: to the last record. */
  to: Date | null;
  asOf?: number;
};

const stepSchema = z.intersection(
  eventRowSchema,
  z.object({
    member: z.string(),
    wasMember: z.boolean(),
    isMember: z.boolean(),
    since: z.string().nullable(),
    roleBefore: z.string().nullable(),
    role: z.string().nullable(),
    remoteBefore: z.boolean().nullable(),
    remote: z.boolean().nullable(),
    isBefore: z.boolean(),
    isAfter: z.boolean(),
  }),
);
type Step = z.infer<typeof stepSchema>;

const TEAM_ACTIONS = ["AssociateTeamMember", "UpdateTeamMember", "DisassociateTeamMember"] as const;

/** A project's access review; null when no event names it as of the commit. */
export async function getAccessReview(options: AccessReviewOptions): Promise<AccessReview | null> {
  const { account, region, id, from, to } = options;
  const found = await findProject({ account, region, id, asOf: options.asOf });
  if (!found) return null;
  const [known, steps, tries, unnamed] = await Promise.all([
    knownSpan(found),
    teamSteps(found, from, to),
    teamCalls(Prisma.sql`event.outcome = 'failure'`, found, { from, to }),
    teamCalls(Prisma.sql`event.outcome = 'success' AND event.subject_arn IS NULL`, found, { from, to }),
  ]);
  return {
    project: { account, region, id },
    from: from?.toISOString() ?? null,
    to: to?.toISOString() ?? null,
    known,
    asOf: found.asOf,
    madeAt: new Date().toISOString(),
    start: membersAfter(steps.filter((step) => step.isBefore)),
    changes: steps.filter((step) => !step.isBefore && !step.isAfter).map(changeOf),
    end: membersAfter(steps.filter((step) => !step.isAfter)),
    unnamed,
    tries,
  };
}

async function knownSpan({ where }: FoundProject): Promise<AccessReview["known"]> {
  const { from, to } = await readRow(
    z.object({ from: z.string().nullable(), to: z.string().nullable() }),
    Prisma.sql`SELECT ${isoTimeSql(Prisma.sql`min(event.event_time)`)} AS "from", ${isoTimeSql(Prisma.sql`max(event.event_time)`)} AS "to"
      FROM event WHERE ${where}`,
  );
  return from === null || to === null ? null : { from, to };
}

function teamSteps({ ref, asOf }: FoundProject, from: Date | null, to: Date | null): Promise<Step[]> {
  const at = (time: Date) => Prisma.sql`${time.toISOString()}::timestamptz`;
  return readRows(
    stepSchema,
    Prisma.sql`SELECT ${eventSelect(asOf)}, step.subject_arn AS member, step.was_member AS "wasMember", step.is_member AS "isMember",
        ${isoTimeSql(Prisma.sql`step.since`)} AS since, step.role_before AS "roleBefore", step.role, step.remote_before AS "remoteBefore", step.remote,
        ${from ? Prisma.sql`event.event_time < ${at(from)}` : Prisma.sql`false`} AS "isBefore",
        ${to ? Prisma.sql`event.event_time >= ${at(to)}` : Prisma.sql`false`} AS "isAfter"
      FROM ${teamStepsSql(asOf, ref)} AS step JOIN event ON event.event_id = step.event_id ${eventJoins}
      ORDER BY event.event_time, event.event_id, step.subject_arn COLLATE "C"`,
  );
}

/** The calls on a team in a period that meet a condition, oldest first. */
function teamCalls(
  condition: Prisma.Sql,
  { where, asOf }: FoundProject,
  period: { from: Date | null; to: Date | null },
): Promise<EventRow[]> {
  const conditions = [
    where,
    condition,
    Prisma.sql`event.action_ref IN ${codestarActions(...TEAM_ACTIONS)}`,
    ...timeSql(period),
  ];
  return readRows(
    eventRowSchema,
    Prisma.sql`SELECT ${eventSelect(asOf)} FROM event ${eventJoins} WHERE ${Prisma.join(conditions, " AND ")}
      ORDER BY event.event_time, event.event_id`,
  );
}

/** The team after some steps, in the order of names. */
function membersAfter(steps: readonly Step[]): ReviewMember[] {
  const last = new Map(steps.map((step) => [step.member, step]));
  return [...last.values()]
    .filter((step) => step.isMember)
    .map((step) => ({
      userArn: step.member,
      role: step.role,
      remoteAccess: step.remote,
      since: step.since,
      event: step,
    }))
    .toSorted((one, other) => (one.userArn < other.userArn ? -1 : 1));
}

function changeOf(step: Step): ReviewChange {
  return {
    userArn: step.member,
    what: !step.isMember ? "removal" : step.wasMember || step.eventName === "UpdateTeamMember" ? "change" : "grant",
    before: step.wasMember ? { role: step.roleBefore, remoteAccess: step.remoteBefore } : null,
    after: step.isMember ? { role: step.role, remoteAccess: step.remote } : null,
    event: step,
  };
}
