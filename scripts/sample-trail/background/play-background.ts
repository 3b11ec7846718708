import { isWeekend, type Day } from "#scripts/sample-trail/calendar.ts";
import type { Call } from "#scripts/sample-trail/call.ts";
import type { Place } from "#scripts/sample-trail/organisation.ts";
import type { Random } from "#scripts/sample-trail/random.ts";
import { playBuilds } from "./builds.ts";
import { playPeopleAtWork } from "./people-at-work.ts";
import { playWorkloads } from "./workloads.ts";

/** Where things run, calls of workloads a day, and builds a working day. */
const PLACES: readonly (readonly [place: Place, calls: number, builds: number])[] = [
  [{ account: "products", region: "eu-west-1" }, 42, 3.4],
  [{ account: "products", region: "us-east-1" }, 29, 2.6],
  [{ account: "products", region: "eu-central-1" }, 19, 1.7],
  [{ account: "products", region: "ap-southeast-2" }, 15, 1.3],
  [{ account: "shared", region: "us-east-1" }, 12, 0.7],
  [{ account: "shared", region: "eu-west-1" }, 11, 0],
  [{ account: "labs", region: "eu-central-1" }, 9, 0.7],
  [{ account: "labs", region: "ap-southeast-2" }, 8, 0.6],
];

/** Everything of a day that isn't CodeStar's: ten times as much as what is. */
export function playBackground(day: Day, random: Random): Call[] {
  const midnight = day.noon - 43_200;
  const quiet = isWeekend(day);
  // Business grows a little over the two years.
  const growth = 0.85 + 0.3 * ((day.noon - 1_669_852_800) / 63_072_000);
  const running = PLACES.flatMap(([place, calls, builds]) => [
    ...playWorkloads(place, midnight, random.count(calls * growth * (quiet ? 0.6 : 1)), random),
    ...playBuilds(place, midnight, random.count(quiet ? builds * 0.08 : builds * growth), random),
  ]);
  return [...running, ...playPeopleAtWork(day, random)];
}
