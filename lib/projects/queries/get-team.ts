import { teamAt } from "#lib/codestar/team.ts";
import type { TeamAnswer } from "#lib/projects/team-answer.ts";
import type { ProjectPlace } from "./find-project.ts";
import { listTeamEvents } from "./list-team-events.ts";

/**
 * A project's team as of an instant (included; now when absent) and a commit; null when no event names the project.
 * The rules are those of `teamAt`.
 */
export async function getTeam({ at = new Date(), ...place }: ProjectPlace & { at?: Date }): Promise<TeamAnswer | null> {
  const events = await listTeamEvents(place);
  if (events === null) return null;
  const { members, unknown } = teamAt(events, at.toISOString());
  return {
    at: at.toISOString().replace(".000Z", "Z"),
    members: members.map(({ userArn, role, remoteAccess, since, eventId }) => ({
      userArn,
      role,
      remoteAccess,
      since,
      eventId,
    })),
    unknown,
  };
}
