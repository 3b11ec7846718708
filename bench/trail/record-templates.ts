import type { EventRecord } from "#lib/cloudtrail/event-record.ts";
import { keepRules } from "#lib/codestar/event-sources.ts";
import { keepFate } from "#lib/codestar/keep-fate.ts";
import { playSample } from "#scripts/sample-trail/play-sample.ts";
import { isoTime } from "#scripts/sample-trail/calendar.ts";
import type { Random } from "#scripts/sample-trail/random.ts";

/** A record's JSON without its time, request id and event id, which stand between the parts in this order. */
type Template = readonly [string, string, string, string];

export type Templates = {
  family: Template[];
  /** What isn't CodeStar's, by the folder of its account and region (`AWSLogs/o-…/123…/CloudTrail/eu-west-1`). */
  background: Map<string, Template[]>;
};

/** One day in so many of the sample's is enough for some ten thousand records that differ. */
const SHARES = 24;
const FEWEST = 100;
const FAMILY_ALONE = keepRules("");

/** Records of the sample trail to make any number of others from. */
export function recordTemplates(): Templates {
  const family: Template[] = [];
  const background = new Map<string, Template[]>();
  for (const files of playSample(5, SHARES)) {
    for (const { key, records } of files) {
      const place = key.split("/").slice(0, 5).join("/");
      for (const record of records) {
        const template = templateOf(record);
        const fate = keepFate(JSON.parse(record) as EventRecord, FAMILY_ALONE);
        if (fate === "kept") family.push(template);
        // What bears a project's marks is kept, too: the share of what is kept is the recipe's to say.
        else if (fate === "filtered") background.set(place, [...(background.get(place) ?? []), template]);
      }
    }
  }
  return { family, background: new Map([...background].filter(([, templates]) => templates.length >= FEWEST)) };
}

/** A record that there is no second of. */
export function recordFrom([head, beforeRequest, beforeId, tail]: Template, at: number, random: Random): string {
  return head + isoTime(at) + beforeRequest + random.uuid() + beforeId + random.uuid() + tail;
}

/** Both ids stand after anything that a call itself may name so. */
function templateOf(record: string): Template {
  const [time, timeEnd] = valueAt(record, record.indexOf('"eventTime":"'));
  const [request, requestEnd] = valueAt(record, record.lastIndexOf('"requestID":"'));
  const [id, idEnd] = valueAt(record, record.lastIndexOf('"eventID":"'));
  if (time > request || request > id) throw new Error(`The sample has a record in another order: ${record}`);
  return [record.slice(0, time), record.slice(timeEnd, request), record.slice(requestEnd, id), record.slice(idEnd)];
}

function valueAt(record: string, member: number): [from: number, to: number] {
  const from = record.indexOf(':"', member) + 2;
  return [from, record.indexOf('"', from)];
}
