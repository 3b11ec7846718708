import type { EventRecord } from "#lib/cloudtrail/event-record.ts";
import { readText } from "#lib/cloudtrail/read-path.ts";
import { textsIn } from "#lib/cloudtrail/texts-in.ts";
import type { Action } from "./catalogue/action.ts";
import { globalSource } from "./event-sources.ts";
import { parseProjectArn, type ProjectArn } from "./project-arn.ts";

const GUESSES = ["requestParameters.projectId", "requestParameters.id", "requestParameters.project"];

/** A record's project; `arn` where the record has it. Ids are kept as written, valid or not. */
export type FoundProject = { projectId: string; accountId: string | null; region: string | null; arn: string | null };

/**
 * The project that a record of the family names: by its action's paths, else by a project ARN among `resources` or
 * anywhere in the request. Account and region are the ARN's own; a request by id alone has none.
 */
export function projectOf(record: EventRecord, action: Action | null): FoundProject | null {
  const isUnknown = !action && globalSource(record.eventSource) === "codestar.amazonaws.com";
  const named = readText(record, action?.project ?? (isUnknown ? GUESSES : []));
  const id = named && (parseProjectArn(named)?.projectId ?? named);
  const arns = [
    ...(named ? [named] : []),
    ...(record.resources ?? []).flatMap((resource) => resource.ARN ?? []),
    ...textsIn(record.requestParameters),
  ].flatMap((text) => parseProjectArn(text) ?? []);
  if (id) {
    const arn = [...arns, ...projectArns(record.responseElements)].find((found) => found.projectId === id);
    return found(id, arn);
  }
  const arn = arns[0] ?? (isUnknown ? onlyOne(projectArns(record.responseElements)) : undefined);
  return arn ? found(arn.projectId, arn) : null;
}

function projectArns(value: unknown): ProjectArn[] {
  return [...textsIn(value)].flatMap((text) => parseProjectArn(text) ?? []);
}

/** An answer that names several projects is a list, and about none of them. */
function onlyOne(arns: ProjectArn[]): ProjectArn | undefined {
  return new Set(arns.map((arn) => arn.arn)).size === 1 ? arns[0] : undefined;
}

function found(projectId: string, arn: ProjectArn | undefined): FoundProject {
  return { projectId, accountId: arn?.accountId || null, region: arn?.region || null, arn: arn?.arn ?? null };
}
