import { serviceInRole } from "./actors.ts";
import { CODESTAR_END, isoTime, isWeekend, type Day } from "./calendar.ts";
import type { Call } from "./call.ts";
import { CI_ROLE } from "./audits.ts";
import * as calls from "./connections-calls.ts";
import { CONNECTIONS, HOST, LINKS, RETIRED, type Made } from "./connections.ts";
import { failed } from "./failures.ts";
import { assumedRole } from "./identities.ts";
import * as notifications from "./notifications-calls.ts";
import { RULES } from "./notifications-story.ts";
import { localTime } from "./calendar.ts";
import { PEOPLE } from "./people.ts";
import type { Random } from "./random.ts";
import { workday } from "./workdays.ts";

const RETIRED_AT = localTime(RETIRED.at, PEOPLE[RETIRED.by].zone);

/** What people and pipelines ask about connections, Git sync and notification rules on a day. */
export function playConnectionVisits(day: Day, random: Random): Call[] {
  const connections = CONNECTIONS.filter(
    (made) => made.since < day.noon && !(made === RETIRED.connection && day.noon > RETIRED_AT),
  );
  return [
    ...connections.flatMap((made) => [...looks(made, day, random), ...pipelineRuns(made, day, random)]),
    ...LINKS.filter((link) => link.since < day.noon).flatMap((link) => syncChecks(link, day, random)),
    ...ruleVisits(day, random),
  ];
}

/** More and more, as connections take over. */
const interest = (day: Day): number => (day.noon > CODESTAR_END ? 0.85 : day.date > "2024-01" ? 0.5 : 0.3);

function looks(made: Made<calls.Connection>, day: Day, random: Random): Call[] {
  const work = workday(made.by, day);
  const count = work ? random.count(interest(day)) : 0;
  return Array.from({ length: count }, () => {
    if (!work) return [];
    const actor = work.actor(made.place, random.chance(0.6));
    let at = work.moment(random);
    const source = calls.connectionsSource(at, random);
    const links = LINKS.filter((link) => link.connection === made && link.since < at);
    const parts = [
      calls.listConnections(),
      calls.getConnection(made),
      ...(random.chance(0.4) ? [calls.listConnectionTags(made)] : []),
      ...(made.host && random.chance(0.5) ? [calls.listHosts(), calls.getHost(HOST)] : []),
      ...(links.length > 0 && random.chance(0.3)
        ? [calls.listRepositoryLinks(links), ...links.map(calls.getRepositoryLink)]
        : []),
    ];
    return parts.map((part) => ({ at: (at += random.int(1, 9)), actor, place: made.place, source, ...part }));
  }).flat();
}

/** Each run of a pipeline looks its connection up, in the pipeline's role. */
function pipelineRuns(made: Made<calls.Connection>, day: Day, random: Random): Call[] {
  const count = random.count(isWeekend(day) ? 0.25 : 1.5 * interest(day) + 0.4);
  return Array.from({ length: count }, () => {
    const at = day.noon + random.int(-6 * 3600, 8 * 3600);
    const role = { name: `halden-pipeline-${made.place.account}`, path: "/service-role/", account: made.place.account };
    const actor = serviceInRole(role, String(at) + random.int(100, 999), "codepipeline", at - 2);
    return { at, actor, place: made.place, source: calls.connectionsSource(at, random), ...calls.getConnection(made) };
  });
}

/** After a push the build asks until the stack has followed. */
function syncChecks(link: Made<calls.RepositoryLink>, day: Day, random: Random): Call[] {
  const pushes = random.count(isWeekend(day) ? 0.05 : 0.8);
  return Array.from({ length: pushes }, () => {
    let at = day.noon + random.int(-5 * 3600, 6 * 3600);
    const { place } = link.connection;
    const startedAt = isoTime(at - 30);
    const actor = {
      identity: assumedRole(
        { ...CI_ROLE, account: place.account },
        `gh-run-${random.int(7_000_000, 11_900_000)}`,
        at - 20,
      ),
      sourceIPAddress: `192.0.2.${random.int(60, 95)}`,
      userAgent: () =>
        "aws-sdk-js/3.450.0 ua/2.0 os/linux#6.2.0-1018-azure lang/js md/nodejs#20.9.0 api/codeconnections#3.450.0",
      from: "command line",
    } as const;
    const source = calls.connectionsSource(at, random);
    const isBroken = random.chance(0.07);
    const status = isBroken ? "FAILED" : "SUCCEEDED";
    const parts = [
      calls.getRepositorySyncStatus(link, startedAt, "INITIATED"),
      calls.getRepositorySyncStatus(link, startedAt, status),
      calls.getResourceSyncStatus(link, startedAt, status, random.hex(40)),
      ...(isBroken ? [calls.getSyncBlockerSummary(link)] : []),
    ];
    return parts.map((part) => {
      const request = { source, ...part };
      const fails = random.chance(0.015) ? "ThrottlingException" : undefined;
      return { at: (at += random.int(4, 25)), actor, place, ...request, ...(fails && failed(fails, request, actor)) };
    });
  }).flat();
}

function ruleVisits(day: Day, random: Random): Call[] {
  return RULES.filter((rule) => rule.since < day.noon).flatMap((rule) => {
    const work = workday(rule.by, day);
    if (!work || !random.chance(0.14)) return [];
    const actor = work.actor(rule.place, random.chance(0.8));
    let at = work.moment(random);
    const requests = [
      notifications.listRules(),
      notifications.describeRule(rule),
      ...(random.chance(0.5) ? [notifications.listTargets()] : []),
    ];
    return requests.map((request) => ({ at: (at += random.int(1, 14)), actor, place: rule.place, ...request }));
  });
}
