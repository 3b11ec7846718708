import { personActor, type Actor } from "./actors.ts";
import { isHoliday, isWeekend, localTime, type Day } from "./calendar.ts";
import type { Place } from "./organisation.ts";
import { PEOPLE, type Person, type PersonKey } from "./people.ts";
import { Random } from "./random.ts";

/** One person's working day. */
export type Workday = {
  person: Person;
  from: number;
  to: number;
  /** A moment in the day, seldom around noon. */
  moment(random: Random): number;
  /** The person at work in an account, signed in since the morning. */
  actor(place: Place, console: boolean): Actor;
};

const PERMISSION_SETS: Partial<Record<PersonKey, string>> = {
  ingrid: "AdministratorAccess",
  margaret: "AuditorReadOnly",
};

/** When the person works on that day, in seconds; undefined on days off. The same for every caller. */
export function workday(key: PersonKey, day: Day): Workday | undefined {
  const person: Person = PEOPLE[key];
  const random = new Random(`workday/${key}/${day.date}`);
  if ((person.since ?? "") > day.date || (person.until ?? "9999") < day.date) return undefined;
  if (isAway(key, day)) return undefined;
  const dayOff = isWeekend(day) || isHoliday(day, person.zone);
  // Now and then somebody looks in on a day off, from home.
  if (dayOff && !random.chance(0.025)) return undefined;

  const midnight = localTime(`${day.date} 00:00`, person.zone);
  const [starts, ends] = person.hours;
  const from = midnight + Math.round((dayOff ? starts + 2 : starts + random.next() * 0.9 - 0.3) * 3600);
  const to = dayOff ? from + 2700 : midnight + Math.round((ends + random.next() * 1.4 - 0.6) * 3600);
  const atHome = dayOff || random.chance(day.weekday === 5 || day.weekday === 1 ? 0.6 : 0.25);
  const noon = midnight + 12.2 * 3600;
  return {
    person,
    from,
    to,
    moment(other) {
      const at = from + Math.floor(other.next() * (to - from));
      return at > noon && at < noon + 2700 && other.chance(0.8) ? at + 2700 : at;
    },
    actor: (place, console) =>
      personActor(person, { since: from, console, atHome, permissionSet: PERMISSION_SETS[key] }, place),
  };
}

/** Holidays of one's own: some weeks in summer, one in spring, and a day at home now and then. */
function isAway(key: PersonKey, day: Day): boolean {
  const random = new Random(`away/${key}/${day.date.slice(0, 4)}`);
  const dayOfYear = Math.floor((day.noon - Date.UTC(Number(day.date.slice(0, 4)), 0, 1) / 1000) / 86_400);
  const summer = random.int(176, 215);
  const spring = random.int(45, 140);
  if (dayOfYear >= summer && dayOfYear < summer + random.int(12, 22)) return true;
  if (dayOfYear >= spring && dayOfYear < spring + 5) return true;
  return new Random(`ill/${key}/${day.date}`).chance(0.02);
}
