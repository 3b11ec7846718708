/** What a text says of a moment; what it doesn't say is absent. `epochMs` stands alone. */
export type MomentFields = {
  epochMs?: number;
  year?: number;
  /** 1 to 12. */
  month?: number;
  day?: number;
  hour?: number;
  minute?: number;
  second?: number;
  ms?: number;
  /** What its clock is ahead of UTC. */
  offsetMs?: number;
};

const NAMES =
  "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const NAME = String.raw`\b(?<name>${NAMES})\b\.?`;
const NTH = "(?:st|nd|rd|th)?";

const DATES = [
  String.raw`(?<!\d)(?<year>\d{4})[-/.](?<month>\d\d?)(?:[-/.](?<day>\d\d?))?(?!\d)`,
  String.raw`(?<![\d:])(?<day>\d\d?)${NTH}[ /-]?(?:of )?${NAME}(?:[ /,-]{1,2}(?<year>\d{4})(?!\d))?`,
  String.raw`${NAME} ?(?<day>\d\d?)${NTH}(?![\d:])(?:,? (?<year>\d{4})(?![\d:]))?`,
  String.raw`${NAME},? ?(?<year>\d{4})(?!\d)`,
  String.raw`^(?<year>\d{4})$`,
  `^${NAME}$`,
].map((pattern) => new RegExp(pattern, "i"));
const CLOCK =
  /(?<![\d+-])(?<hour>\d\d?)(?::(?<minute>\d\d)(?::(?<second>\d\d)(?:[.,](?<fraction>\d{1,9}))?)?(?: ?(?<half>[ap])\.?m\b\.?)?| ?(?<half>[ap])m\b)/i;
const OFFSET = /(?:\b(?:UTC|GMT) ?)?(?<sign>[+-])(?<hours>0?\d|1[0-4])(?::?(?<minutes>\d\d))?(?!\d)/i;
const UTC = /(?<![a-z])(?:Z|UTC|GMT)\b/i;
const EPOCH = /^(?:\d{10}(?:\.\d{1,9})?|\d{13}|\d{16}|\d{19})$/;
/** `20240731T140005Z`, as in the names of log files. */
const COMPACT = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)?Z?$/i;
const FILLING = /\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b|\bat\b|\bon\b|[,@:.T ]+/gi;

/**
 * Takes a moment apart, in the forms that people write and logs have: ISO 8601, `31 Jul 2024 14:00`, `Jul 31, 2:30 pm`,
 * `[31/Jul/2024:14:00:05 +0000]`, `Wed Jul 31 14:00:05 UTC 2024`, seconds to nanoseconds since 1970, a key and its
 * value out of a record.
 * @returns null when it is none, or a time that isn't on any calendar. `31/07/2024` is none: it has two readings.
 */
export function parseMomentText(text: string): MomentFields | null {
  let rest = text
    .replace(/^["' ]*[a-z@_-]+["' ]*[:=] ?(?=["'\d[])/i, "")
    .replaceAll(/\((?!UTC|GMT)[^)]*\)/gi, "")
    .replaceAll(/["'`()[\]<>; ]+/g, " ")
    .trim();
  if (EPOCH.test(rest)) return { epochMs: epochMs(rest) };
  rest = rest.replace(
    COMPACT,
    (_, year, month, day, hour, minute, second = "00") => `${year}-${month}-${day}T${hour}:${minute}:${second}Z`,
  );

  const take = (pattern: RegExp): Record<string, string | undefined> | null => {
    const match = pattern.exec(rest);
    if (!match) return null;
    rest = `${rest.slice(0, match.index)} ${rest.slice(match.index + match[0].length)}`;
    return match.groups ?? {};
  };
  const fields: MomentFields = {};
  for (const pattern of DATES) {
    const date = take(pattern);
    if (date === null) continue;
    setDate(fields, date);
    break;
  }
  const clock = take(CLOCK);
  if (clock !== null) {
    if (!setClock(fields, clock)) return null;
    // Two clock times without a day, 09:00-11:00, are no time with an offset.
    const offset = fields.month === undefined ? null : take(OFFSET);
    if (offset !== null) fields.offsetMs = offsetMs(offset);
    else if (take(UTC) !== null) fields.offsetMs = 0;
    if (fields.year === undefined && fields.day !== undefined) {
      const year = take(/(?<!\d)(?<year>\d{4})(?!\d)/)?.["year"];
      if (year !== undefined) fields.year = Number(year);
    }
  }
  if (rest.replaceAll(FILLING, "") !== "" || Object.keys(fields).length === 0) return null;
  return isOnCalendar(fields) ? fields : null;
}

function epochMs(digits: string): number {
  const [whole = "", fraction = ""] = digits.split(".");
  return whole.length === 10 ? Number(`${whole}${fraction.padEnd(3, "0").slice(0, 3)}`) : Number(whole.slice(0, 13));
}

function setDate(fields: MomentFields, { year, month, name, day }: Record<string, string | undefined>): void {
  if (year !== undefined) fields.year = Number(year);
  if (month !== undefined) fields.month = Number(month);
  if (name !== undefined) fields.month = MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
  if (day !== undefined) fields.day = Number(day);
}

/** False when it is no time of a clock. */
function setClock(fields: MomentFields, clock: Record<string, string | undefined>): boolean {
  const half = clock["half"]?.toLowerCase();
  const hour = Number(clock["hour"]);
  if (half !== undefined && (hour < 1 || hour > 12)) return false;
  fields.hour = half === undefined ? hour : (hour % 12) + (half === "p" ? 12 : 0);
  fields.minute = Number(clock["minute"] ?? 0);
  if (clock["second"] !== undefined) fields.second = Number(clock["second"]);
  if (clock["fraction"] !== undefined) fields.ms = Number(clock["fraction"].padEnd(3, "0").slice(0, 3));
  return fields.hour < 24 && fields.minute < 60 && (fields.second ?? 0) < 60;
}

function offsetMs({ sign, hours, minutes = "00" }: Record<string, string | undefined>): number {
  return (sign === "-" ? -60_000 : 60_000) * (Number(hours) * 60 + Number(minutes));
}

/** Whether such a day can be, in the years it may belong to. */
export function isOnCalendar({ year, month, day, hour }: MomentFields): boolean {
  if (year === 0 || month === 0 || (month ?? 1) > 12) return false;
  // A clock time belongs to a day, or stands alone.
  if (hour !== undefined && day === undefined && (month ?? year) !== undefined) return false;
  if (day === undefined) return true;
  if (month === undefined) return false;
  // Without a year, 29 February may be meant.
  const lastDay = new Date(0);
  lastDay.setUTCFullYear(year ?? 2024, month, 0);
  return day >= 1 && day <= lastDay.getUTCDate();
}
