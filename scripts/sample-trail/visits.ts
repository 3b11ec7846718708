import type { Actor } from "./actors.ts";
import { CODESTAR_END, type Day } from "./calendar.ts";
import type { Call, Request } from "./call.ts";
import * as codestar from "./codestar-calls.ts";
import { failed } from "./failures.ts";
import { PEOPLE, userArn, type PersonKey } from "./people.ts";
import type { Lifetime, Membership } from "./projects.ts";
import type { Random } from "./random.ts";
import { workday, type Workday } from "./workdays.ts";

/** Visits a working day to a project's page, by role; owners look after their team. */
const VISITS = { Owner: 0.55, Contributor: 0.34, Viewer: 0.15 } as const;

type Teams = { memberships: readonly Membership[]; lifetimes: readonly Lifetime[] };

/** What members of the teams look at on a day: nobody changes anything here. */
export function playVisits(day: Day, teams: Teams, random: Random): Call[] {
  if (day.noon > CODESTAR_END) return [];
  return teams.memberships
    .filter(({ from, to }) => day.noon > from + 86_400 && day.noon < to - 86_400)
    .flatMap((membership) => {
      const work = workday(membership.who, day);
      if (!work) return [];
      const count = random.count(VISITS[membership.role]);
      return Array.from({ length: count }, () => visit(membership, work, teams, random)).flat();
    });
}

function visit({ project, who, role }: Membership, work: Workday, teams: Teams, random: Random): Call[] {
  const actor = work.actor(project.place, random.chance(0.72));
  const at = work.moment(random);
  // Once in a while a name is typed wrong.
  if (actor.from === "command line" && random.chance(0.012)) {
    const request = codestar.describeProject(misspelt(project.id));
    return [{ at, actor, place: project.place, ...request, ...failed("ProjectNotFoundException", request, actor) }];
  }
  const others = teams.memberships.filter((other) => other.project === project && other.from < at && other.to > at);
  const requests = requestsOf(
    project,
    role,
    others.map((other) => other.who),
    random,
  );
  return inTurn(requests, at, actor, project, who, random);
}

function requestsOf(
  project: codestar.Project,
  role: codestar.ProjectRole,
  team: readonly PersonKey[],
  random: Random,
): Request[] {
  const { id } = project;
  const arrival = random.chance(0.4)
    ? [codestar.listProjects(), codestar.describeProject(id)]
    : [codestar.describeProject(id)];
  const dashboard = random.chance(0.6) ? [codestar.listResources(id)] : [];
  if (role !== "Owner" || random.chance(0.5))
    return random.chance(0.2) ? [...arrival, codestar.listTagsForProject(id)] : [...arrival, ...dashboard];
  const members = random.shuffle(team).slice(0, random.int(0, 2));
  return [
    ...arrival,
    codestar.listTeamMembers(id),
    ...members.map((member) => codestar.describeUserProfile(userArn(PEOPLE[member]))),
    ...(random.chance(0.1) ? [codestar.getExtendedAccess(id)] : []),
  ];
}

/** The calls one after the other, now and then with one that is turned away. */
function inTurn(
  requests: readonly Request[],
  at: number,
  actor: Actor,
  project: codestar.Project,
  who: PersonKey,
  random: Random,
): Call[] {
  let time = at;
  return requests.map((request) => {
    time += random.int(1, 12);
    const call = { at: time, actor, place: project.place, ...request };
    // The intern's policy lacked the list of resources.
    if (who === "ben" && request.name === "ListResources")
      return { ...call, ...failed("AccessDeniedException", request, actor) };
    if (request.name === "DescribeUserProfile" && random.chance(0.06))
      return { ...call, ...failed("UserProfileNotFoundException", request, actor) };
    if (!random.chance(0.006)) return call;
    const seen = { ...request, request: null };
    return { ...call, ...seen, ...failed("ThrottlingException", seen, actor) };
  });
}

function misspelt(id: string): string {
  const at = id.indexOf("-") + 2;
  return id.slice(0, at) + (id[at + 1] ?? "") + (id[at] ?? "") + id.slice(at + 2);
}
