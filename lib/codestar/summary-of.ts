import type { EventRecord } from "#lib/cloudtrail/event-record.ts";
import { plainText } from "#lib/cloudtrail/plain-text.ts";
import type { Wording } from "./catalogue/action.ts";
import { placeholders, type Known } from "./placeholders.ts";
import { fillSentence, type Predicate } from "./sentence.ts";

const SUMMARY_LENGTH = 500;
const NAME_LENGTH = 120;

/**
 * What happened in one sentence, such as `ines made tomasz Contributor of shop, with remote access`; for a failure
 * `ines tried to delete project shop (ProjectNotFoundException)`. Never holds keys, tokens, line breaks or controls.
 */
export function summaryOf(record: EventRecord, words: Wording | null, actor: string, known: Known): string {
  const lookup = placeholders(record, known);
  const filled = words?.sentence.map((template) => fillSentence(template, lookup)).find((found) => found !== null);
  const predicate = filled ?? calling(record, lookup("project"));
  const who = plainText(actor, NAME_LENGTH) || "somebody";
  const error = plainText(record.errorCode ?? "", NAME_LENGTH);
  const sentence = error ? `${who} tried to ${predicate.tried} (${error})` : `${who} ${predicate.done}`;
  return plainText(sentence, SUMMARY_LENGTH);
}

/** For an action without a sentence of its own. */
function calling(record: EventRecord, project: string | null): Predicate {
  const name = plainText(record.eventName ?? "", NAME_LENGTH) || "an unnamed action";
  const service = plainText((record.eventSource ?? "").replace(/\.amazonaws\.com(?:\.cn)?$/, ""), NAME_LENGTH);
  const call = `${name}${service && ` of ${service}`}${project ? ` on ${project}` : ""}`;
  return { done: `called ${call}`, tried: `call ${call}` };
}
