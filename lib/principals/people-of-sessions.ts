import type { PersonOfSessions } from "./principal-detail.ts";
import type { Certainty } from "./person-behind.ts";
import type { PrincipalSession } from "./principal-summary.ts";

const ORDER: Record<Certainty, number> = { certain: 0, likely: 1, unknown: 2 };

/** Sessions put together by who was behind them and how that is known: the surest first, then the latest. */
export function peopleOfSessions(sessions: readonly PrincipalSession[]): PersonOfSessions[] {
  const groups = Map.groupBy(sessions, ({ behind: { person, rule, certainty, service, handovers } }) =>
    JSON.stringify([person, rule, certainty, service, handovers.at(-1)?.caller.principalRef]),
  );
  return [...groups.values()]
    .map((group) => asPerson(group, sessions))
    .toSorted((a, b) => ORDER[a.certainty] - ORDER[b.certainty] || Date.parse(b.lastSeen) - Date.parse(a.lastSeen));
}

function asPerson(group: readonly PrincipalSession[], all: readonly PrincipalSession[]): PersonOfSessions {
  const newest = group.reduce((a, b) => (Date.parse(b.lastSeen) > Date.parse(a.lastSeen) ? b : a));
  const oldest = group.reduce((a, b) => (Date.parse(b.firstSeen) < Date.parse(a.firstSeen) ? b : a));
  const isAlone = all.filter(({ arn }) => arn === newest.arn).length === group.length;
  return {
    ...newest.behind,
    sessions: group.length,
    events: group.reduce((sum, { events }) => sum + events, 0),
    firstSeen: oldest.firstSeen,
    lastSeen: newest.lastSeen,
    sessionName: newest.sessionName,
    arn: isAlone && group.every(({ arn }) => arn === newest.arn) ? newest.arn : null,
  };
}
