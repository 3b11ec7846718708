import { plainText } from "#lib/cloudtrail/plain-text.ts";
import type { EventRow } from "#lib/events/event-row.ts";

const NAME_LENGTH = 120;

/** The sentence without its subject and its error, for a list that names both beside it. */
export function predicateOf(event: Pick<EventRow, "summary" | "principalName" | "errorCode">): string {
  const subject = `${plainText(event.principalName, NAME_LENGTH)} `;
  const error = event.errorCode === null ? "" : ` (${plainText(event.errorCode, NAME_LENGTH)})`;
  const withoutError = event.summary.endsWith(error)
    ? event.summary.slice(0, event.summary.length - error.length)
    : event.summary;
  const predicate = withoutError.startsWith(subject) ? withoutError.slice(subject.length) : withoutError;
  return predicate === "" ? event.summary : predicate;
}
