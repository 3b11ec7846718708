import { playBackground } from "./background/play-background.ts";
import { playAudits } from "./audits.ts";
import { everyDay } from "./calendar.ts";
import type { Call } from "./call.ts";
import { playConnectionVisits } from "./connection-visits.ts";
import { playConnections } from "./connections-story.ts";
import { deliver, type LogFile } from "./deliver.ts";
import { playNightBurst } from "./night-burst.ts";
import { playNotifications } from "./notifications-story.ts";
import { playStory } from "./play-story.ts";
import { playPolicyByHand } from "./policy-by-hand.ts";
import { lifetimes, memberships, STORIES } from "./projects.ts";
import { Random } from "./random.ts";
import { playRareCallers } from "./rare-callers.ts";
import { playVisits } from "./visits.ts";

/**
 * The sample, day by day, so that it never has to fit into memory.
 * @param share of `shares`: every so many days, for several threads
 */
export function* playSample(share = 0, shares = 1): Generator<LogFile[]> {
  const seed = new Random("astrolabe sample trail");
  const teams = { memberships: memberships(), lifetimes: lifetimes() };
  const told = byDay([
    ...STORIES.flatMap(playStory),
    ...playConnections(),
    ...playNotifications(),
    ...playNightBurst(),
    ...playPolicyByHand(),
  ]);
  for (const [index, day] of everyDay().entries()) {
    if (index % shares !== share) continue;
    const random = seed.fork(day.date);
    const calls = [
      ...(told.get(day.date) ?? []),
      ...playVisits(day, teams, random.fork("visits")),
      ...playAudits(day, teams, random.fork("audits")),
      ...playConnectionVisits(day, random.fork("connections")),
      ...playRareCallers(day, teams.lifetimes, random.fork("rare")),
      ...playBackground(day, random.fork("background")),
    ];
    yield deliver(calls, random.fork("delivery"));
  }
}

function byDay(calls: readonly Call[]): Map<string, Call[]> {
  return Map.groupBy(calls, (call) => new Date(call.at * 1000).toISOString().slice(0, 10));
}
