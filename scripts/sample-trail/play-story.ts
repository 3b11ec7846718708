import { codestarActor, type Actor } from "./actors.ts";
import { localTime } from "./calendar.ts";
import type { Call, Request } from "./call.ts";
import { actorOf, zoneOf } from "./cast.ts";
import * as codestar from "./codestar-calls.ts";
import { consequencesOf } from "./consequences.ts";
import { failed } from "./failures.ts";
import { accountId } from "./organisation.ts";
import { PEOPLE, type PersonKey, userArn } from "./people.ts";
import { Random } from "./random.ts";
import type { Deed, Doer, Step, Story } from "./stories/story.ts";

/** All calls of a project's story: its steps, what people look at before and after, and what CodeStar does then. */
export function playStory(story: Story): Call[] {
  const random = new Random(`story/${story.project.id}`);
  const stackId = random.uuid();
  const roles: Roles = new Map();
  return story.steps.flatMap((step) => playStep(step, story, stackId, random, roles));
}

/** When a step happened, in seconds. */
export const timeOf = ([at, doer]: Step): number => localTime(at, zoneOf(doer));

type Roles = Map<PersonKey, codestar.ProjectRole>;

function playStep(step: Step, { project }: Story, stackId: string, random: Random, roles: Roles): Call[] {
  const [, doer, deed, fails] = step;
  const at = timeOf(step) + random.int(0, 50);
  const { place } = project;
  const byCommand = deed.verb === "create" && deed.by === "command line";
  const person = actorOf(doer, at, place, random, byCommand ? false : undefined);
  const inConsole = person.from === "console";
  // The console lets CodeStar's own role create the project: the person who clicked isn't in that record.
  const actor = deed.verb === "create" && !byCommand ? codestarActor(place.account, at - 40) : person;
  const request = requestOf(deed, project, stackId, random);
  const call = { at, actor, place, ...request, ...(fails !== undefined && failed(fails, request, actor)) };
  const looks = (requests: Request[], from: number, by: Actor) =>
    requests.map((seen, index) => ({ at: from + index * random.int(2, 9), actor: by, place, ...seen }));

  const before = looks(glancesBefore(deed, doer, project.id, inConsole), at - random.int(35, 90), person);
  if (fails !== undefined) return [...before, call];
  const after = inConsole ? looks(glancesAfter(deed, project.id), at + random.int(2, 6), person) : [];
  const held = "who" in deed ? roles.get(deed.who) : undefined;
  if (deed.verb === "add" || deed.verb === "change") roles.set(deed.who, deed.role);
  if (deed.verb === "remove") roles.delete(deed.who);
  return [...before, call, ...after, ...consequencesOf(deed, project, stackId, at, random, held)];
}

function requestOf(deed: Deed, project: codestar.Project, stackId: string, random: Random): Request {
  const { id } = project;
  switch (deed.verb) {
    case "create":
      return deed.by === "console"
        ? codestar.createProjectByConsole(project, stackId)
        : codestar.createProjectByCommand(project, random.uuid(), accountId(project.place.account));
    case "add":
      return codestar.associateTeamMember(id, userArn(PEOPLE[deed.who]), deed.role, deed.remote, random.uuid());
    case "change":
      return codestar.updateTeamMember(id, userArn(PEOPLE[deed.who]), deed.role, deed.remote);
    case "remove":
      return codestar.disassociateTeamMember(id, userArn(PEOPLE[deed.who]));
    case "update":
      return codestar.updateProject(id, { name: deed.name, description: deed.description });
    case "tag":
      return codestar.tagProject(id, deed.tags);
    case "untag":
      return codestar.untagProject(id, deed.keys);
    case "extend":
      return codestar.putExtendedAccess(id, userArn(PEOPLE[deed.who]));
    case "delete":
      return codestar.deleteProject(project, deed.deleteStack, random.uuid(), stackId);
    case "profile": {
      const person = PEOPLE[deed.who];
      if (deed.action === "delete") return codestar.deleteUserProfile(userArn(person));
      const name = deed.action === "create" ? "CreateUserProfile" : "UpdateUserProfile";
      return codestar.userProfile(name, userArn(person), person.name, deed.action === "create");
    }
  }
}

/** What a person looks at before they do it. */
function glancesBefore(deed: Deed, doer: Doer, id: string, inConsole: boolean): Request[] {
  if (deed.verb === "create")
    return inConsole ? [codestar.listProjects(), codestar.verifyServiceRole()] : [codestar.listProjects()];
  if (deed.verb === "profile") return [codestar.describeUserProfile(userArn(PEOPLE[deed.who]))];
  const team = "who" in deed ? [codestar.listTeamMembers(id)] : [];
  if (doer === "root") return [codestar.listProjects(), codestar.describeProject(id), ...team];
  return inConsole ? [codestar.describeProject(id), ...team] : team;
}

function glancesAfter(deed: Deed, id: string): Request[] {
  if (deed.verb === "delete") return [codestar.listProjects()];
  if (deed.verb === "tag" || deed.verb === "untag") return [codestar.listTagsForProject(id)];
  if (deed.verb === "profile") return [];
  return "who" in deed ? [codestar.listTeamMembers(id)] : [codestar.describeProject(id)];
}
