import { isoTime } from "#scripts/sample-trail/calendar.ts";
import * as codestar from "#scripts/sample-trail/codestar-calls.ts";
import * as connections from "#scripts/sample-trail/connections-calls.ts";
import * as notifications from "#scripts/sample-trail/notifications-calls.ts";
import type { Request } from "#scripts/sample-trail/call.ts";
import { accountId, type Place } from "#scripts/sample-trail/organisation.ts";

/** What stands in the calls for what differs from event to event. None of it is part of another. */
export const SAMPLE = {
  at: Date.UTC(2023, 0, 2, 3, 4, 5) / 1000,
  place: { account: "products", region: "eu-west-1" } satisfies Place,
  projectId: "sample-project",
  subject: "sample.subject",
} as const;

const { at, place, projectId, subject } = SAMPLE;
const subjectArn = `arn:aws:iam::${accountId(place.account)}:user/${subject}`;
const project = { id: projectId, name: projectId, description: "Telemetry", place, template: "python-web-flask" };
const connection = { name: "sample", provider: "GitHub", place, since: at } as const;
const host = { name: "intern", endpoint: "https://git.example", place, since: at };
const link = { connection, repository: "telemetry", stack: "telemetry-service", branch: "main", since: at };
const rule = {
  name: "sample",
  place,
  resource: `arn:aws:codepipeline:${place.region}:${accountId(place.account)}:telemetry`,
  topic: `arn:aws:sns:${place.region}:${accountId(place.account)}:alerts`,
  eventTypeIds: ["codepipeline-pipeline-pipeline-execution-failed"],
  since: at,
};
const chat = notifications.chat(place, "C04T2K9QXWD");
const token = "1f0d3c5e-77aa-4b1c-9d52-0c8e51d7f2a9";

/** The ARNs whose last part differs from event to event. */
export const SAMPLE_ARNS = {
  connection: connections.connectionArn(connection),
  link: connections.linkId(link),
  host: connections.hostArn(host),
  rule: notifications.ruleArn(rule),
};

const named = (source: "codestar-connections" | "codeconnections", parts: readonly Omit<Request, "source">[]) =>
  parts.map((part): Request => ({ source, ...part }));

/** A call, how often in ten thousand it is made, and what it fails with, at times. */
export type MadeCall = { request: Request; weight: number; fails?: string };

const weighed = (weight: number, requests: readonly Request[], fails?: string): MadeCall[] =>
  requests.map((request) => ({ request, weight, fails }));

/** Reading far more often than changing, in every part of the family. */
export const MADE_CALLS: readonly MadeCall[] = [
  ...weighed(
    1_150,
    [codestar.describeProject(projectId), codestar.listResources(projectId)],
    "ProjectNotFoundException",
  ),
  ...weighed(950, [codestar.listProjects()], "ThrottlingException"),
  ...weighed(700, [codestar.listTeamMembers(projectId)], "AccessDeniedException"),
  ...weighed(180, [codestar.describeUserProfile(subjectArn)], "UserProfileNotFoundException"),
  ...weighed(160, [codestar.listUserProfiles(), codestar.listTagsForProject(projectId), codestar.verifyServiceRole()]),
  ...weighed(60, [codestar.getExtendedAccess(projectId)]),
  ...weighed(
    150,
    [codestar.associateTeamMember(projectId, subjectArn, "Contributor", false, token)],
    "TeamMemberAlreadyAssociatedException",
  ),
  ...weighed(40, [codestar.associateTeamMember(projectId, subjectArn, "Owner", true, token)], "AccessDeniedException"),
  ...weighed(70, [codestar.updateTeamMember(projectId, subjectArn, "Viewer", false)], "TeamMemberNotFoundException"),
  ...weighed(110, [codestar.disassociateTeamMember(projectId, subjectArn)], "ConcurrentModificationException"),
  ...weighed(90, [codestar.updateProject(projectId, { description: "Telemetry, second edition" })]),
  ...weighed(30, [codestar.tagProject(projectId, { team: "telemetry" }), codestar.untagProject(projectId, ["team"])]),
  ...weighed(
    20,
    [codestar.createProjectByCommand(project, token, accountId(place.account))],
    "ProjectAlreadyExistsException",
  ),
  ...weighed(8, [codestar.deleteProject(project, true, token, token)], "AccessDeniedException"),
  ...weighed(50, [codestar.userProfile("UpdateUserProfile", subjectArn, "A. Subject", true)]),
  ...weighed(15, [
    codestar.userProfile("CreateUserProfile", subjectArn, "A. Subject", false),
    codestar.deleteUserProfile(subjectArn),
  ]),
  ...weighed(
    620,
    named("codestar-connections", [connections.getConnection(connection), connections.listConnections()]),
    "AccessDeniedException",
  ),
  ...weighed(
    160,
    named("codestar-connections", [connections.listConnectionTags(connection), connections.getHost(host)]),
  ),
  ...weighed(60, named("codestar-connections", [connections.listHosts(), connections.listInstallationTargets()])),
  ...weighed(
    12,
    named("codestar-connections", [
      connections.createConnection(connection),
      connections.installConnection(connection),
      connections.deleteConnection(connection),
      connections.tagConnection(connection, "team", "telemetry"),
    ]),
  ),
  ...weighed(3, named("codestar-connections", [connections.createHost(host)]), "UnsupportedOperationException"),
  ...weighed(
    330,
    named("codeconnections", [connections.getConnection(connection), connections.getRepositoryLink(link)]),
    "AccessDeniedException",
  ),
  ...weighed(
    280,
    named("codeconnections", [connections.getRepositorySyncStatus(link, isoTime(at), "SUCCEEDED")]),
    "ResourceNotFoundException",
  ),
  ...weighed(
    120,
    named("codeconnections", [
      connections.listRepositoryLinks([link]),
      connections.listRepositorySyncDefinitions(link),
    ]),
  ),
  ...weighed(
    20,
    named("codeconnections", [
      connections.createRepositoryLink(link),
      connections.updateSyncConfiguration(link, "release"),
    ]),
    "SyncConfigurationStillExistsException",
  ),
  ...weighed(380, [notifications.listRules(), notifications.describeRule(rule)], "ThrottlingException"),
  ...weighed(120, [notifications.listTargets(), notifications.listEventTypes(), notifications.listRuleTags(rule)]),
  ...weighed(
    25,
    [
      notifications.createRule(rule, token),
      notifications.updateRule(rule, { status: "DISABLED" }),
      notifications.subscribe(rule, chat, token),
    ],
    "LimitExceededException",
  ),
  ...weighed(12, [
    notifications.unsubscribe(rule, chat),
    notifications.deleteRule(rule),
    notifications.tagRule(rule, { team: "telemetry" }),
  ]),
];
