import type { EventRecord } from "#lib/cloudtrail/event-record.ts";

export type Relation = {
  reason: string;
  isMarked: boolean;
  mark: string | null;
  isExact: boolean;
  accountId: string | null;
  region: string | null;
};

/** The reasons that a name's shape alone gives. */
export const MARKED_REASONS: readonly string[] = [];

/** Stand-in until the rules are in. */
export function relatedOf(_record: EventRecord): Relation | null {
  return null;
}
