import { PROJECT_FACTS, type FactSet, type ProjectCall, type ProjectStory } from "#lib/codestar/project-story.ts";
import { eventOrder } from "#lib/codestar/event-order.ts";
import type { Project, ProjectDetail } from "./project.ts";

/** A value of a fact, since when it was so, and by which event; `value` is null where it was hidden or taken away. */
type SetAnswer = { value: string | null; isHidden: boolean; since: string; eventId: string };

/** `GET /api/projects/{account}/{region}/{id}`. */
export type ProjectAnswer = Project & {
  asOf: number;
  /** Each with all its values, oldest first. */
  facts: Record<string, SetAnswer[]>;
  tags: Record<string, SetAnswer[]>;
  /** What created, changed, tagged and deleted it, failures too, oldest first. */
  calls: Pick<
    ProjectCall,
    "eventId" | "eventTime" | "eventName" | "outcome" | "errorCode" | "principalName" | "summary"
  >[];
};

/** A project and its story as the API gives them. */
export function projectAnswer(project: ProjectDetail, story: ProjectStory): ProjectAnswer {
  const { account, region, id, firstSeen, lastSeen, events, failures, writes, principals, isConfirmed, asOf } = project;
  const summary = { account, region, id, firstSeen, lastSeen, events, failures, writes, principals, isConfirmed, asOf };
  const facts = PROJECT_FACTS.map((name) => [name, story.facts[name].map(setAnswer)] as const);
  const tags = story.tags.map(({ key, sets }) => [key, sets.map(setAnswer)] as const);
  const calls = [...story.calls, ...story.failures].toSorted(eventOrder).map(callAnswer);
  return { ...summary, facts: Object.fromEntries(facts), tags: Object.fromEntries(tags), calls };
}

function callAnswer(call: ProjectCall): ProjectAnswer["calls"][number] {
  const { eventId, eventTime, eventName, outcome, errorCode, principalName, summary } = call;
  return { eventId, eventTime, eventName, outcome, errorCode, principalName, summary };
}

function setAnswer({ said, call }: FactSet): SetAnswer {
  const value = said !== null && said !== "hidden" ? said.text : null;
  return { value, isHidden: said === "hidden", since: call.eventTime, eventId: call.eventId };
}
