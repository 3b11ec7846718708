import fc from "fast-check";
import { expect, it } from "vitest";
import { z } from "zod";
import { teamAt, type TeamEvent } from "#lib/codestar/team.ts";
import { teamEvent } from "#lib/codestar/testing/team-event.ts";
import { Prisma } from "#lib/db/prisma.ts";
import { readRows } from "#lib/db/read-rows.ts";
import { emptyDatabase } from "#lib/db/testing/empty-database.ts";
import { isoTimeSql } from "#lib/db/iso-time-sql.ts";
import { insertEvents } from "#lib/events/testing/insert-events.ts";
import { teamStepsSql } from "./team-steps-sql.ts";

const step = fc.record({
  minute: fc.integer({ min: 10, max: 19 }),
  action: fc.constantFrom(
    "AssociateTeamMember",
    "AssociateTeamMember",
    "UpdateTeamMember",
    "UpdateTeamMember",
    "DisassociateTeamMember",
    "CreateProject",
    "DeleteProject",
  ),
  user: fc.constantFrom("ana", "ben", null),
  role: fc.constantFrom("Owner", "Viewer", null),
  remoteAccess: fc.constantFrom(true, false, null),
  errorCode: fc.constantFrom("AccessDenied", null, null, null),
});
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

function eventOf({ minute, action, user, errorCode, ...asked }: Step, index: number): TeamEvent {
  const isOfMember = action === "AssociateTeamMember" || action === "UpdateTeamMember";
  const said = isOfMember ? asked : {};
  const userArn = action.endsWith("Project") ? null : user;
  return teamEvent(`2024-05-01T10:${minute}:00Z`, action, userArn, { eventId: `e${index}`, errorCode, ...said });
}

const memberSchema = z.object({
  userArn: z.string(),
  role: z.string().nullable(),
  remoteAccess: z.boolean().nullable(),
  since: z.string().nullable(),
});

it("leaves the same team as the replay that the project's page shows", { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 14 }), async (steps) => {
      const events = steps.map(eventOf);
      await emptyDatabase();
      const asOf = await insertEvents(
        events.map(({ eventId, eventTime, eventName, errorCode, userArn, role, remoteAccess }) => {
          const said = { subjectArn: userArn, memberRole: role, remoteAccess };
          return { eventId, eventTime, action: eventName, errorCode, project: "111122223333/eu-west-1/web", ...said };
        }),
      );
      const members = await readRows(
        memberSchema,
        Prisma.sql`SELECT subject_arn AS "userArn", role, remote AS "remoteAccess", ${isoTimeSql(Prisma.sql`since`)} AS since
          FROM (SELECT DISTINCT ON (subject_arn) * FROM ${teamStepsSql(asOf)} AS step
            ORDER BY subject_arn, event_time DESC, event_id DESC) AS last
          WHERE is_member ORDER BY subject_arn`,
      );
      const { members: expected } = teamAt(events, "2024-05-02T00:00:00Z");
      expect(members).toEqual(
        expected.map(({ userArn, role, remoteAccess, since }) => ({ userArn, role, remoteAccess, since })),
      );
    }),
    { numRuns: 40 },
  );
});
