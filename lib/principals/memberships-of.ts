import { eventOrder } from "#lib/codestar/event-order.ts";
import { changeTeam, type TeamMember, type TeamStep } from "#lib/codestar/team.ts";

/** A project's name in a change of a team. */
type ProjectName = { account: string; region: string; id: string };

/** A successful change of a person's place in a team, or the deletion of a project. */
export type TeamChange = Omit<TeamStep, "outcome" | "userArn"> & {
  project: ProjectName;
  /** The person's ARN; of no meaning where the project was deleted. */
  subjectArn: string | null;
};

/** A person's place in a project's team as the last change left it. */
export type Membership = {
  project: ProjectName;
  arn: string;
  isMember: boolean;
  role: string | null;
  remoteAccess: boolean | null;
  /** When they came; null: before the records begin, so that only a later change tells of them. */
  since: string | null;
  /** When they went. */
  until: string | null;
  /** The change that made it so. */
  eventId: string;
};

/**
 * Where a person is and was a member, by the rules of `teamAt`: in the order of (eventTime, eventId); what a request
 * doesn't say stays; a deleted project has no team. Present places first, then by the latest change.
 * @param changes successful ones, in any order.
 */
export function membershipsOf(changes: readonly TeamChange[]): Membership[] {
  const teams = new Map<string, Map<string, TeamMember>>();
  const places = new Map<string, { place: Membership; changedAt: string }>();
  for (const change of changes.toSorted(eventOrder)) {
    const { project, eventId, eventTime, subjectArn } = change;
    const name = JSON.stringify([project.account, project.region, project.id]);
    const team = teams.get(name) ?? new Map<string, TeamMember>();
    teams.set(name, team);
    const before = new Map(team);
    changeTeam(team, { ...change, outcome: "success", userArn: subjectArn });
    const concerned = change.eventName === "DeleteProject" ? [...before.keys()] : [subjectArn ?? []].flat();
    for (const arn of concerned) {
      const { role = null, remoteAccess = null, since = null } = team.get(arn) ?? before.get(arn) ?? {};
      const isMember = team.has(arn);
      const until = isMember ? null : eventTime;
      const place = { project, arn, isMember, role, remoteAccess, since, until, eventId };
      places.set(`${name} ${arn}`, { place, changedAt: eventTime });
    }
  }
  return [...places.values()]
    .toSorted(
      (a, b) =>
        Number(b.place.isMember) - Number(a.place.isMember) || Date.parse(b.changedAt) - Date.parse(a.changedAt),
    )
    .map(({ place }) => place);
}
