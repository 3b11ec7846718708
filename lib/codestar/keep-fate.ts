import type { EventRecord } from "#lib/cloudtrail/event-record.ts";
import type { KeepRules } from "./event-sources.ts";
import { relatedOf } from "./related-of.ts";

/** `related`: kept for nothing but a mark of a project's; never counted as CodeStar's own. */
export type KeepFate = "kept" | "related" | "filtered";

/** What the rules make of a record. Names that are merely alike keep nothing. */
export function keepFate(record: EventRecord, rules: KeepRules): KeepFate {
  if (rules.keeps(record)) return "kept";
  return relatedOf(record)?.isMarked ? "related" : "filtered";
}
