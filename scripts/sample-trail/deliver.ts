import { isoTime } from "./calendar.ts";
import { recordOf, type Call } from "./call.ts";
import { accountId, ORGANISATION, type Place } from "./organisation.ts";
import type { Random } from "./random.ts";

/** A log file as CloudTrail delivers it: its key, and its content before gzip. */
export type LogFile = { key: string; records: readonly string[] };

const MOST_RECORDS = 60;
const SHARE_LATE = 0.006;
const SHARE_AGAIN = 0.045;

/** A broken bucket policy: what happened in Frankfurt in these days was delivered on the tenth, all of it. */
const OUTAGE = {
  place: { account: "products", region: "eu-central-1" },
  from: Date.UTC(2023, 10, 6, 9) / 1000,
  to: Date.UTC(2023, 10, 9, 17) / 1000,
  delivered: Date.UTC(2023, 10, 10, 3, 20) / 1000,
} as const;

/** The log files that hold a day's calls, among them files that came days late and files that came twice. */
export function deliver(calls: readonly Call[], random: Random): LogFile[] {
  const byPlace = new Map<string, Call[]>();
  for (const call of calls) {
    const key = `${call.place.account} ${call.place.region}`;
    const group = byPlace.get(key);
    if (group) group.push(call);
    else byPlace.set(key, [call]);
  }
  return [...byPlace.values()].flatMap((group) =>
    portions(
      group.toSorted((one, other) => one.at - other.at),
      random,
    ).flatMap((portion) => deliverPortion(portion, random)),
  );
}

/** A quiet place gets one file a day, a busy one several; none holds calls of two days (a working day may be in two). */
function portions(calls: readonly Call[], random: Random): Call[][] {
  return [...Map.groupBy(calls, (call) => Math.floor(call.at / 86_400)).values()].flatMap((ofDay) => {
    const split: Call[][] = [];
    for (let at = 0; at < ofDay.length;) {
      const size = random.int(MOST_RECORDS / 2, MOST_RECORDS);
      // No file of a few stragglers.
      const end = ofDay.length - at - size < 8 ? ofDay.length : at + size;
      split.push(ofDay.slice(at, end));
      at = end;
    }
    return split;
  });
}

function deliverPortion(calls: readonly Call[], random: Random): LogFile[] {
  const [first, last] = [calls[0], calls.at(-1)];
  if (!first || !last) return [];
  const isLate = inOutage(last) || random.chance(SHARE_LATE);
  // A name is a multiple of five minutes, some minutes after the last call.
  const window = Math.ceil((last.at + random.int(45, 240)) / 300) * 300;
  const delivered = inOutage(last) ? OUTAGE.delivered : isLate ? window + random.int(20, 150) * 3600 : window;
  const addendum = isLate ? { reason: "DELIVERY_DELAY" } : undefined;
  const ordered = calls.map((call) => JSON.stringify(recordOf(call, random, addendum)));
  const records = random.shuffle(ordered);
  const file = { key: keyOf(last.place, delivered, random), records };
  if (!random.chance(SHARE_AGAIN)) return [file];
  return [file, { key: keyOf(last.place, delivered + 300, random), records: again(records, random) }];
}

/** What comes a second time is a file whole, or some of its records. */
function again(records: readonly string[], random: Random): readonly string[] {
  if (random.chance(0.4)) return records;
  const from = random.int(0, records.length - 1);
  return records.slice(from, from + random.int(1, 12));
}

const inOutage = ({ at, place }: Call): boolean =>
  place.account === OUTAGE.place.account && place.region === OUTAGE.place.region && at > OUTAGE.from && at < OUTAGE.to;

/** The folder is the day of delivery. Capitals and digits only: some small S3 servers sort mixed case wrongly. */
function keyOf(place: Place, delivered: number, random: Random): string {
  const time = isoTime(delivered);
  const stamp = `${time.slice(0, 10).replaceAll("-", "")}T${time.slice(11, 13)}${time.slice(14, 16)}Z`;
  const name = `${accountId(place.account)}_CloudTrail_${place.region}_${stamp}_${random.upper(16)}.json.gz`;
  return `${folder(place, "CloudTrail", time)}/${name}`;
}

export const folder = (place: Place, kind: string, time: string): string =>
  `AWSLogs/${ORGANISATION}/${accountId(place.account)}/${kind}/${place.region}/${time.slice(0, 10).replaceAll("-", "/")}`;
