import { assumedRole, root } from "./identities.ts";
import { cliAgent, personActor, usesSso, type Actor } from "./actors.ts";
import type { Zone } from "./calendar.ts";
import type { Place } from "./organisation.ts";
import { PEOPLE } from "./people.ts";
import type { Random } from "./random.ts";
import type { Doer } from "./stories/story.ts";

/** Ingrid's role for emergencies; it can only be taken on with a second factor. */
const BREAK_GLASS = { name: "BreakGlassAdmin", path: "/emergency/", account: "products" } as const;

export const zoneOf = (doer: Doer): Zone =>
  doer === "root" || doer === "break-glass" ? "Europe/Oslo" : PEOPLE[doer].zone;

/** The permission set with which somebody works through IAM Identity Center. */
const PERMISSION_SETS: Partial<Record<Doer, string>> = { ingrid: "AdministratorAccess", margaret: "AuditorReadOnly" };

/** Who does a step, as of a sign-in a few minutes before. */
export function actorOf(doer: Doer, at: number, place: Place, random: Random, console?: boolean): Actor {
  const since = at - random.int(180, 2_400);
  if (doer === "root") {
    return {
      identity: root(place.account, since),
      sourceIPAddress: "203.0.113.242",
      userAgent: () => PEOPLE.ingrid.browser,
      from: "console",
    };
  }
  if (doer === "break-glass") {
    return {
      identity: assumedRole(BREAK_GLASS, "ingrid.solberg", since, true),
      sourceIPAddress: PEOPLE.ingrid.home,
      userAgent: cliAgent(PEOPLE.ingrid.system),
      from: "command line",
    };
  }
  const person = PEOPLE[doer];
  const inConsole = console ?? (usesSso(person, at) || random.chance(0.7));
  const atHome = random.chance(0.25);
  return personActor(person, { since, console: inConsole, atHome, permissionSet: PERMISSION_SETS[doer] }, place);
}
