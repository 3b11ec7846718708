import { parseEventRecord } from "#lib/cloudtrail/event-record.ts";
import { relatedOf, type Relation } from "#lib/codestar/related-of.ts";
import { RELATED_REASONS } from "#lib/codestar/related-reasons.ts";
import { recordOf } from "./derived.ts";

/** The account that delivers the records. */
export const ACCOUNT = "111122223333";
/** Where a project is that its name or ARN places elsewhere. */
export const OTHER = "444455556666";

/** Of a record of another service, in the shape of the family's. */
export function relationOf(service: string, eventName: string, request: unknown, more: object = {}): Relation | null {
  const record = recordOf(eventName, request, { eventSource: `${service}.amazonaws.com`, ...more });
  return relatedOf(parseEventRecord(JSON.parse(JSON.stringify(record)))!);
}

/** The parts that a rule decides, in one line. */
export function said(relation: Relation | null): string | null {
  if (!relation) return null;
  const { reason, mark, isExact, accountId, region } = relation;
  if (relation.isMarked !== RELATED_REASONS[reason].isMarked) throw new Error(`${reason} is marked otherwise.`);
  return `${reason} ${mark}${isExact ? "" : "…"} ${accountId} ${region}`;
}
