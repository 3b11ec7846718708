import type { EventRecord } from "#lib/cloudtrail/event-record.ts";
import { readText } from "#lib/cloudtrail/read-path.ts";
import { textsIn } from "#lib/cloudtrail/texts-in.ts";
import type { Action } from "./catalogue/action.ts";
import { isFamilyRecord } from "./event-sources.ts";
import type { FoundProject } from "./project-of.ts";

const FAMILY_ARN =
  /^arn:[^:]+:(?:codestar:[^:]*:[^:]*:project|(?:codestar-connections|codeconnections):[^:]*:[^:]*:(?:connection|host|repository-link)|codestar-notifications:[^:]*:[^:]*:notificationrule)\//;

/**
 * The ARN of the thing that a record's action names, where the record has it: the project, connection, host, repository
 * link or rule; for other services the first of `resources`. A list or a sync configuration has none.
 */
export function resourceOf(record: EventRecord, action: Action | null, project: FoundProject | null): string | null {
  const listed = (record.resources ?? []).flatMap((resource) => resource.ARN ?? []);
  if (!isFamilyRecord(record)) return listed[0] ?? null;
  const own = action?.resource.map((path) => readText(record, [path])).find((text) => text?.startsWith("arn:"));
  if (own) return own;
  const candidates = action ? listed : [...listed, ...textsIn(record.requestParameters)];
  const arn = candidates.find((text) => FAMILY_ARN.test(text));
  if (arn) return arn;
  return !action || action.project.length > 0 ? (project?.arn ?? null) : null;
}
