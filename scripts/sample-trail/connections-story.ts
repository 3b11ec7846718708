import { localTime } from "./calendar.ts";
import type { Call } from "./call.ts";
import { actorOf } from "./cast.ts";
import * as calls from "./connections-calls.ts";
import { CONNECTIONS, HOST, LINKS, RETIRED, type Made } from "./connections.ts";
import { failed } from "./failures.ts";
import type { Place } from "./organisation.ts";
import { PEOPLE, type PersonKey } from "./people.ts";
import { Random } from "./random.ts";
import { isoTime } from "./calendar.ts";

type Part = ReturnType<typeof calls.listConnections>;
/** Seconds after the first call of the sitting, the call, and the error it ended with. */
type Timed = readonly [after: number, part: Part, fails?: string];

/** Connections are made, installed, linked to repositories, and take over where CodeStar projects end. */
export function playConnections(): Call[] {
  const random = new Random("connections");
  return [
    ...sitting(HOST.by, HOST.since, HOST.place, random, hostSteps()),
    ...CONNECTIONS.flatMap((made) => sitting(made.by, made.since, made.place, random, connectionSteps(made))),
    ...LINKS.flatMap((made) => sitting(made.by, made.since, made.connection.place, random, linkSteps(made))),
    ...playLater(random),
  ];
}

/** One person's calls in one go. */
function sitting(by: PersonKey, at: number, place: Place, random: Random, steps: readonly Timed[]): Call[] {
  const actor = actorOf(by, at, place, random);
  const source = calls.connectionsSource(at, random);
  return steps.map(([after, part, fails]) => {
    const request = { source, ...part };
    return { at: at + after, actor, place, ...request, ...(fails !== undefined && failed(fails, request, actor)) };
  });
}

const hostSteps = (): Timed[] => [
  [-40, calls.listHosts()],
  [0, calls.createHost(HOST)],
  [3, calls.getHost(HOST)],
  [64, calls.getHost(HOST)],
  [90, calls.updateHost(HOST, "https://git.intern.halden.example"), "UnsupportedOperationException"],
  [600, calls.getHost(HOST)],
];

const connectionSteps = (made: Made<calls.Connection>): Timed[] => [
  [-95, calls.listConnections()],
  [0, calls.createConnection(made)],
  [4, calls.getConnection(made)],
  [12, calls.startOAuthHandshake(made)],
  [31, calls.listInstallationTargets()],
  [58, calls.installConnection(made)],
  [63, calls.getConnection(made)],
  [140, calls.tagConnection(made, "owner", PEOPLE[made.by].user)],
  [142, calls.listConnectionTags(made)],
];

const linkSteps = (made: Made<calls.RepositoryLink>): Timed[] => [
  [-50, calls.listConnections()],
  [-44, calls.getConnection(made.connection)],
  [0, calls.createRepositoryLink(made)],
  [3, calls.getRepositoryLink(made)],
  [75, calls.createSyncConfiguration(made)],
  [80, calls.listRepositorySyncDefinitions(made)],
  [83, calls.getRepositorySyncStatus(made, "", ""), "ResourceNotFoundException"],
  [210, calls.getRepositorySyncStatus(made, isoTime(made.since + 120), "SUCCEEDED")],
];

function playLater(random: Random): Call[] {
  const at = (text: string, by: PersonKey) => localTime(text, PEOPLE[by].zone);
  const sit = (text: string, by: PersonKey, place: Place, ...steps: Timed[]) =>
    sitting(by, at(text, by), place, random, steps);
  const linkOf = (repository: string) => {
    const found = LINKS.find((link) => link.repository === repository);
    if (!found) throw new Error(`no link to ${repository}`);
    return found;
  };
  const [nimbus, ledger, lumen] = [linkOf("nimbus-batch"), linkOf("ledger-sync"), linkOf("lumen-portal")];
  const { connection: retired } = RETIRED;
  return [
    ...sit(
      "2023-03-09 08:20",
      "jonas",
      HOST.place,
      [0, calls.getHost(HOST)],
      [40, calls.updateHost(HOST, "https://git.intern.halden.example")],
    ),
    ...sit(
      RETIRED.at,
      RETIRED.by,
      retired.place,
      [0, calls.getConnection(retired)],
      [25, calls.deleteConnection(retired)],
      [27, calls.listConnections()],
    ),
    ...sit(
      "2024-04-16 09:25",
      "jonas",
      nimbus.connection.place,
      [0, calls.updateSyncConfiguration(nimbus, "main")],
      [9, calls.getSyncBlockerSummary(nimbus)],
    ),
    ...sit(
      "2024-06-05 15:12",
      "daniel",
      ledger.connection.place,
      [0, calls.deleteRepositoryLink(ledger), "SyncConfigurationStillExistsException"],
      [30, calls.getRepositoryLink(ledger)],
    ),
    ...sit(
      "2024-08-29 14:02",
      "mateo",
      lumen.connection.place,
      [0, calls.getSyncBlockerSummary(lumen)],
      [55, calls.updateSyncBlocker(lumen, random.uuid(), "The template is valid again")],
      [300, calls.getRepositorySyncStatus(lumen, "2024-08-29T13:05:00Z", "SUCCEEDED")],
    ),
    ...sit(
      "2024-10-22 10:40",
      "mateo",
      lumen.connection.place,
      [0, calls.updateSyncConfiguration(lumen, "release")],
      [40, calls.updateSyncConfiguration(lumen, "main")],
    ),
    ...sit(
      "2024-11-06 09:31",
      "jonas",
      nimbus.connection.place,
      [0, calls.deleteSyncConfiguration(nimbus)],
      [8, calls.createSyncConfiguration(nimbus)],
    ),
  ];
}
