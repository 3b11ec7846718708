import type { PersonOfSessions } from "./principal-detail.ts";
import type { Certainty } from "./person-behind.ts";
import type { PrincipalSession } from "./principal-summary.ts";

const ORDER: Record<Certainty, number> = { certain: 0, likely: 1, unknown: 2 };

/** Sessions put together by who was behind them and how that is known: the surest first, then the latest. */
export function peopleOfSessions(sessions: readonly PrincipalSession[]): PersonOfSessions[] {
  const groups = new Map<string, PersonOfSessions>();
  for (const { behind, sessionName, events, firstSeen, lastSeen } of sessions) {
    const { person, rule, certainty, service, handovers } = behind;
    const origin = handovers.at(-1)?.caller.principalRef ?? null;
    const key = JSON.stringify([person, rule, certainty, service, origin]);
    const group = groups.get(key);
    if (!group) {
      const one = { person, rule, certainty, service, handovers, sessionName };
      groups.set(key, { ...one, sessions: 1, events, firstSeen, lastSeen });
      continue;
    }
    group.sessions++;
    group.events += events;
    if (Date.parse(firstSeen) < Date.parse(group.firstSeen)) group.firstSeen = firstSeen;
    if (Date.parse(lastSeen) > Date.parse(group.lastSeen)) {
      Object.assign(group, { lastSeen, sessionName, handovers });
    }
  }
  return [...groups.values()].toSorted(
    (a, b) => ORDER[a.certainty] - ORDER[b.certainty] || Date.parse(b.lastSeen) - Date.parse(a.lastSeen),
  );
}
