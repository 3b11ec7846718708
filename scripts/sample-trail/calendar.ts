/** Two years that end four months after CodeStar's projects did. All times in this folder are seconds since 1970. */
export const FIRST_DAY = "2022-12-01";
export const LAST_DAY = "2024-11-30";
/** The last moment of CodeStar projects (2024-07-31). */
export const CODESTAR_END = Date.UTC(2024, 7, 1) / 1000;

export type Zone =
  | "Europe/Oslo"
  | "Europe/Lisbon"
  | "Europe/London"
  | "Europe/Berlin"
  | "Europe/Prague"
  | "Europe/Dublin"
  | "Europe/Stockholm"
  | "America/New_York"
  | "Australia/Sydney"
  | "Asia/Tokyo";

/** A calendar day; `noon` is its noon UTC. */
export type Day = { date: string; noon: number; weekday: number };

export function everyDay(): Day[] {
  const days: Day[] = [];
  for (let noon = Date.parse(`${FIRST_DAY}T12:00:00Z`) / 1000; ; noon += 86_400) {
    const date = new Date(noon * 1000).toISOString().slice(0, 10);
    days.push({ date, noon, weekday: new Date(noon * 1000).getUTCDay() });
    if (date === LAST_DAY) return days;
  }
}

/** Days on which hardly anybody works, by zone; the moving ones for the years of the sample. */
const EVERYWHERE = ["12-24", "12-25", "12-26", "12-31", "01-01"];
const EASTER = ["2023-04-07", "2023-04-10", "2024-03-29", "2024-04-01"];
const HOLIDAYS: Record<Zone, readonly string[]> = {
  "Europe/Oslo": [...EASTER, "05-01", "05-17", "2023-05-18", "2024-05-09", "2023-05-29", "2024-05-20"],
  "Europe/Stockholm": [...EASTER, "01-06", "05-01", "06-06", "2023-06-23", "2024-06-21"],
  "Europe/Lisbon": [...EASTER, "04-25", "05-01", "06-10", "08-15", "10-05", "12-01", "12-08"],
  "Europe/London": [...EASTER, "2023-05-01", "2023-05-08", "2023-05-29", "2023-08-28", "2024-05-06", "2024-08-26"],
  "Europe/Dublin": [...EASTER, "03-17", "2023-05-01", "2023-06-05", "2024-05-06", "2024-06-03", "2023-10-30"],
  "Europe/Berlin": [...EASTER, "05-01", "2023-05-18", "2024-05-09", "2023-05-29", "2024-05-20", "10-03"],
  "Europe/Prague": [...EASTER, "05-01", "05-08", "07-05", "07-06", "09-28", "10-28", "11-17"],
  "America/New_York": [
    "2023-01-16",
    "2023-05-29",
    "06-19",
    "07-04",
    "2023-09-04",
    "2024-09-02",
    "2023-11-23",
    "2024-11-28",
  ],
  "Australia/Sydney": [...EASTER, "01-26", "04-25", "2023-06-12", "2024-06-10", "2023-10-02", "2024-10-07"],
  "Asia/Tokyo": ["01-02", "01-03", "02-11", "02-23", "04-29", "05-03", "05-04", "05-05", "08-11", "11-03", "11-23"],
};

export function isHoliday(day: Day, zone: Zone): boolean {
  const monthDay = day.date.slice(5);
  return EVERYWHERE.includes(monthDay) || HOLIDAYS[zone].some((date) => date === monthDay || date === day.date);
}

export const isWeekend = (day: Day): boolean => day.weekday === 0 || day.weekday === 6;

const formats = new Map<Zone, Intl.DateTimeFormat>();
const offsets = new Map<Zone, Map<string, number>>();

/** Seconds that clocks in the zone are ahead of UTC on that day (at noon UTC). */
export function zoneOffset(zone: Zone, date: string): number {
  let ofZone = offsets.get(zone);
  if (!ofZone) offsets.set(zone, (ofZone = new Map()));
  const known = ofZone.get(date);
  if (known !== undefined) return known;
  let format = formats.get(zone);
  if (!format)
    formats.set(zone, (format = new Intl.DateTimeFormat("en", { timeZone: zone, timeZoneName: "longOffset" })));
  const noon = new Date(`${date}T12:00:00Z`);
  const name = format.formatToParts(noon).find((part) => part.type === "timeZoneName")?.value ?? "GMT";
  const [, sign, hours, minutes] = /^GMT([+-])(\d\d):(\d\d)$/.exec(name) ?? [];
  const offset = sign === undefined ? 0 : (sign === "-" ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60);
  ofZone.set(date, offset);
  return offset;
}

/** The moment at which clocks in the zone show `2023-01-16 09:12`, or `2023-01-16 09:12:30`. */
export function localTime(text: string, zone: Zone): number {
  const [date = "", time = ""] = text.split(" ");
  return Date.parse(`${date}T${time.length === 5 ? `${time}:00` : time}Z`) / 1000 - zoneOffset(zone, date);
}

const dates = new Map<number, string>();
const twoDigits = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, "0"));

/** `2023-01-16T09:12:00Z`, CloudTrail's only form of a time. */
export function isoTime(seconds: number): string {
  const day = Math.floor(seconds / 86_400);
  let date = dates.get(day);
  if (date === undefined) dates.set(day, (date = new Date(day * 86_400_000).toISOString().slice(0, 10)));
  const [hours, minutes] = [Math.floor((seconds % 86_400) / 3600), Math.floor((seconds % 3600) / 60)];
  return `${date}T${twoDigits[hours]}:${twoDigits[minutes]}:${twoDigits[seconds % 60]}Z`;
}
