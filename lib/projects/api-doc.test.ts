import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { PROJECT_ACTIONS, PROJECT_FACTS } from "#lib/codestar/project-story.ts";
import { TEAM_ACTIONS } from "#lib/codestar/team.ts";
import type { Project } from "./project.ts";
import type { TeamAnswer } from "./team-answer.ts";

const doc = readFileSync("docs/api.md", "utf8");
const section = (title: string) => doc.split(`\n## ${title}\n`)[1]?.split("\n## ")[0] ?? "";

// Fails to compile when a key is missing here.
const PROJECT_KEYS: Record<keyof Project, true> = {
  account: true,
  region: true,
  id: true,
  firstSeen: true,
  lastSeen: true,
  events: true,
  failures: true,
  writes: true,
  principals: true,
  isConfirmed: true,
};
const TEAM_KEYS: Record<keyof TeamAnswer | keyof TeamAnswer["members"][number], true> = {
  at: true,
  members: true,
  unknown: true,
  userArn: true,
  role: true,
  remoteAccess: true,
  since: true,
  eventId: true,
};

it("docs/api.md names what projects answer with, and what they are read from", () => {
  const text = section("Projects");
  for (const name of [...Object.keys(PROJECT_KEYS), ...PROJECT_FACTS]) expect(text).toContain(`\`${name}\``);
  for (const name of PROJECT_ACTIONS) expect(text).toContain(name);
});

it("docs/api.md names what a team answers with, and what it is replayed from", () => {
  const text = section("Team");
  for (const name of Object.keys(TEAM_KEYS)) expect(text).toMatch(new RegExp(`["\`{]${name}[":\`,}]`));
  for (const name of TEAM_ACTIONS) expect(text).toContain(name);
});
