import { cleanText } from "#lib/cloudtrail/clean-text.ts";
import type { EventRecord } from "#lib/cloudtrail/event-record.ts";
import { principalOf } from "#lib/cloudtrail/principal.ts";
import { isFamilyRecord } from "./event-sources.ts";
import { projectTagOf } from "./project-tag.ts";
import type { RelatedName } from "./related-names.ts";
import { relatedNamesIn } from "./related-names-in.ts";
import { RELATED_REASONS, type RelatedReason } from "./related-reasons.ts";

/** As in derive-event.ts, so that a project's parts are the same text wherever they come from. */
const INDEXED_LENGTH = 256;

/** How a record of another service belongs to a project of CodeStar's. */
export type Relation = {
  reason: RelatedReason;
  /** Kept whatever projects are known; else it only counts once a project is called so. */
  isMarked: boolean;
  /** What is left of the name for the project's id; null where no project can be named. */
  mark: string | null;
  /** Whether `mark` is the id; else the id is a prefix of it that ends with it or before a `-`. */
  isExact: boolean;
  /** Where the project must be; null where that can't be told. */
  accountId: string | null;
  /** Null, too, for what is of no region, such as IAM's. */
  region: string | null;
};

/**
 * How the record belongs to a project by the names in it (see related-reasons.ts; where they stand, related-names-in.ts);
 * null for the family's own and for what only mentions CodeStar. Of several names that counts which says most: marks
 * before names that are merely alike, among marks the tag's ARN, then an id, then what begins with one, then none, in
 * the order of the reasons. One that names no project, such as CodeStar's service role acting, takes its project from
 * a name that is alike. Never throws.
 */
export function relatedOf(record: EventRecord): Relation | null {
  if (isFamilyRecord(record)) return null;
  const tag = projectTagOf(record);
  if (tag?.arn) {
    const { projectId, accountId, region } = tag.arn;
    const name = { ...UNNAMED_TAG, mark: projectId, isExact: true, accountId: accountId || null };
    return relationOf(record, { ...name, region: region || null });
  }
  const names = [...relatedNamesIn(record), ...(tag ? [UNNAMED_TAG] : [])];
  const marked = names.filter(({ reason }) => RELATED_REASONS[reason].isMarked).toSorted(byWhatTheySay);
  const alike = names.find(({ reason }) => !RELATED_REASONS[reason].isMarked);
  const [best] = marked;
  if (!best) return alike ? relationOf(record, alike) : null;
  return relationOf(record, best.mark === null && alike ? { ...alike, reason: best.reason } : best);
}

/** The tag without an ARN: taken away, or masked. */
const UNNAMED_TAG: RelatedName = {
  reason: "project-tag",
  mark: null,
  isExact: false,
  accountId: null,
  region: null,
  isGlobal: false,
};

const ORDER = Object.keys(RELATED_REASONS);

/** Equal ones stay in the order of their places. */
function byWhatTheySay(one: RelatedName, other: RelatedName): number {
  const rank = ({ mark, isExact }: RelatedName) => (isExact ? 0 : mark === null ? 2 : 1);
  return rank(one) - rank(other) || ORDER.indexOf(one.reason) - ORDER.indexOf(other.reason);
}

function relationOf(record: EventRecord, name: RelatedName): Relation {
  const accountId = name.accountId ?? (record.recipientAccountId || principalOf(record).accountId);
  const region = name.isGlobal ? null : (name.region ?? (record.awsRegion || null));
  return {
    reason: name.reason,
    isMarked: RELATED_REASONS[name.reason].isMarked,
    mark: cleaned(name.mark),
    isExact: name.isExact,
    accountId: cleaned(accountId),
    region: cleaned(region),
  };
}

function cleaned(text: string | null): string | null {
  return text === null ? null : cleanText(text, INDEXED_LENGTH);
}
