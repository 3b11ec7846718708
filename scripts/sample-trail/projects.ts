import type { Project, ProjectRole } from "./codestar-calls.ts";
import type { PersonKey } from "./people.ts";
import { timeOf } from "./play-story.ts";
import { harborApi } from "./stories/harbor-api.ts";
import { ledgerSync } from "./stories/ledger-sync.ts";
import { lumenPortal } from "./stories/lumen-portal.ts";
import { nimbusBatch } from "./stories/nimbus-batch.ts";
import { orbitDocs } from "./stories/orbit-docs.ts";
import { pixelForge } from "./stories/pixel-forge.ts";
import { quillNotes } from "./stories/quill-notes.ts";
import type { Story } from "./stories/story.ts";
import { tideForecast } from "./stories/tide-forecast.ts";
import { CODESTAR_END } from "./calendar.ts";

export const STORIES: readonly Story[] = [
  lumenPortal,
  ledgerSync,
  nimbusBatch,
  pixelForge,
  tideForecast,
  quillNotes,
  harborApi,
  orbitDocs,
];

/** Somebody's time in a team with one role. */
export type Membership = { project: Project; who: PersonKey; role: ProjectRole; from: number; to: number };

export type Lifetime = { project: Project; from: number; to: number };

/** From when to when each project existed. */
export function lifetimes(): Lifetime[] {
  return STORIES.map(({ project, steps }) => {
    const done = (verb: string) => steps.find(([, , deed, fails]) => deed.verb === verb && fails === undefined);
    const [created, deleted] = [done("create"), done("delete")];
    if (!created) throw new Error(`${project.id} is never created`);
    return { project, from: timeOf(created), to: deleted ? timeOf(deleted) : CODESTAR_END };
  });
}

/**
 * Who was in which team when, read off the stories.
 * @throws Error where a story contradicts itself: a member added twice, or changed without having been added.
 */
export function memberships(): Membership[] {
  return STORIES.flatMap(({ project, steps }) => {
    const team = new Map<PersonKey, Membership>();
    const closed: Membership[] = [];
    let last = 0;
    for (const step of steps) {
      const [at, , deed, fails] = step;
      const time = timeOf(step);
      if (time < last) throw new Error(`${project.id}: the step of ${at} comes too late in the story`);
      last = time;
      if (fails !== undefined || !("who" in deed) || deed.verb === "profile" || deed.verb === "extend") continue;
      const current = team.get(deed.who);
      if ((deed.verb === "add") === (current !== undefined))
        throw new Error(`${project.id}: ${at} can't ${deed.verb} ${deed.who}`);
      if (current) closed.push({ ...current, to: time });
      team.delete(deed.who);
      if (deed.verb !== "remove")
        team.set(deed.who, { project, who: deed.who, role: deed.role, from: time, to: CODESTAR_END });
    }
    return [...closed, ...team.values()];
  });
}
