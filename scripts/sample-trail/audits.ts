import { CODESTAR_END, type Day } from "./calendar.ts";
import type { Call } from "./call.ts";
import * as codestar from "./codestar-calls.ts";
import { failed } from "./failures.ts";
import { REGIONS, type Place } from "./organisation.ts";
import { assumedRole, type Role } from "./identities.ts";
import { PEOPLE, userArn } from "./people.ts";
import type { Lifetime, Membership } from "./projects.ts";
import type { Random } from "./random.ts";
import { workday } from "./workdays.ts";

type Teams = { memberships: readonly Membership[]; lifetimes: readonly Lifetime[] };

export const CI_ROLE: Role = { name: "DeployPipeline", path: "/ci/", account: "products" };

/** Margaret's audit at each quarter's start, Ingrid's look around on Wednesdays, and Monday's inventory by machine. */
export function playAudits(day: Day, teams: Teams, random: Random): Call[] {
  if (day.noon > CODESTAR_END) return [];
  const alive = teams.lifetimes.filter(
    ({ from, to, project }) => day.noon > from && day.noon < to && project.place.account === "products",
  );
  return [...audit(day, teams, alive, random), ...lookAround(day, random), ...inventory(day, alive, random)];
}

/** Each project, its team, and each member's profile, with the right to read and no other. */
function audit(day: Day, teams: Teams, alive: readonly Lifetime[], random: Random): Call[] {
  const [, month = 0, date = 0] = day.date.split("-").map(Number);
  if (month % 3 !== 1 || date > 9 || date < 2) return [];
  const work = workday("margaret", day);
  if (!work) return [];
  let at = work.from + random.int(1_200, 9_000);
  return alive.flatMap(({ project }) => {
    const actor = work.actor(project.place, false);
    const team = teams.memberships.filter(
      (member) => member.project === project && member.from < day.noon && member.to > day.noon,
    );
    const requests = [
      codestar.describeProject(project.id),
      codestar.listTeamMembers(project.id),
      codestar.listTagsForProject(project.id),
      ...team.map((member) => codestar.describeUserProfile(userArn(PEOPLE[member.who]))),
    ];
    return requests.map((request) => ({ at: (at += random.int(2, 20)), actor, place: project.place, ...request }));
  });
}

function lookAround(day: Day, random: Random): Call[] {
  const work = day.weekday === 3 ? workday("ingrid", day) : undefined;
  if (!work) return [];
  const account = random.chance(0.7) ? "products" : "labs";
  let at = work.moment(random);
  return REGIONS.flatMap((region) => {
    const place: Place = { account, region };
    const requests =
      region === "eu-west-1"
        ? [codestar.listProjects(), codestar.listUserProfiles(), codestar.verifyServiceRole()]
        : [codestar.listProjects()];
    return requests.map((request) => ({
      at: (at += random.int(2, 15)),
      actor: work.actor(place, true),
      place,
      ...request,
    }));
  });
}

/** A scheduled job writes down which resources belong to which project; for six weeks it may not read their tags. */
function inventory(day: Day, alive: readonly Lifetime[], random: Random): Call[] {
  if (day.weekday !== 1) return [];
  let at = day.noon - 10 * 3600 + random.int(0, 90);
  const actor = {
    identity: assumedRole(CI_ROLE, `inventory-${day.date}`, at - 4),
    sourceIPAddress: "192.0.2.44",
    userAgent: () => "Boto3/1.28.57 md/Botocore#1.31.57 ua/2.0 os/linux#5.15.0 md/arch#x86_64 lang/python#3.11.5",
    from: "command line",
  } as const;
  return alive.flatMap(({ project }) =>
    [
      codestar.describeProject(project.id),
      codestar.listResources(project.id),
      codestar.listTagsForProject(project.id),
    ].map((request) => {
      const isRefused = request.name === "ListTagsForProject" && day.date > "2023-03-20" && day.date < "2023-05-02";
      return {
        at: (at += 1),
        actor,
        place: project.place,
        ...request,
        ...(isRefused && failed("AccessDeniedException", request, actor)),
      };
    }),
  );
}
