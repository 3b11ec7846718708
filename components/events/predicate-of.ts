import { plainText } from "#lib/cloudtrail/plain-text.ts";
import type { EventRow } from "#lib/events/event-row.ts";

const NAME_LENGTH = 120;

/** The sentence without its subject, for a list that names the principal beside it. */
export function predicateOf({ summary, principalName }: Pick<EventRow, "summary" | "principalName">): string {
  const subject = `${plainText(principalName, NAME_LENGTH)} `;
  const isPart = summary.startsWith(subject) && summary.length > subject.length;
  return isPart ? summary.slice(subject.length) : summary;
}
