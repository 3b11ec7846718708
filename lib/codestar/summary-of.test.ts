import { expect, test } from "vitest";
import { derived, recordOf } from "./testing/derived.ts";

const TOMASZ = "arn:aws:iam::111122223333:user/staff/tomasz";
const INES = "arn:aws:iam::111122223333:user/ines";
const CONNECTIONS = "codeconnections.amazonaws.com";
const NOTIFICATIONS = "codestar-notifications.amazonaws.com";
const CONNECTION = "arn:aws:codeconnections:eu-west-1:111122223333:connection/c0ffee";
const RULE = "arn:aws:codestar-notifications:eu-west-1:111122223333:notificationrule/r1";

const codestar: [string, unknown, string][] = [
  [
    "AssociateTeamMember",
    { projectId: "shop", userArn: TOMASZ, projectRole: "Contributor", remoteAccessAllowed: true },
    "ines made tomasz Contributor of shop, with remote access",
  ],
  ["AssociateTeamMember", { projectId: "shop", userArn: TOMASZ }, "ines made tomasz a member of shop"],
  [
    "UpdateTeamMember",
    { projectId: "shop", userArn: TOMASZ, projectRole: "Viewer", remoteAccessAllowed: "false" },
    "ines changed the role of tomasz in shop to Viewer, without remote access",
  ],
  [
    "UpdateTeamMember",
    { projectId: "shop", userArn: TOMASZ, remoteAccessAllowed: true },
    "ines gave tomasz remote access to shop",
  ],
  [
    "UpdateTeamMember",
    { projectId: "shop", userArn: TOMASZ, remoteAccessAllowed: false },
    "ines switched off remote access to shop for tomasz",
  ],
  ["UpdateTeamMember", { projectId: "shop", userArn: TOMASZ }, "ines changed the membership of tomasz in shop"],
  ["DisassociateTeamMember", { projectId: "shop", userArn: TOMASZ }, "ines removed tomasz from shop"],
  [
    "DisassociateTeamMember",
    { projectId: "shop", userArn: "arn:aws:sts::111122223333:assumed-role/Deploy/tomasz" },
    "ines removed Deploy/tomasz from shop",
  ],
  ["CreateProject", { id: "shop", name: "The shop" }, 'ines created project shop "The shop"'],
  ["CreateProject", { id: "shop", name: "shop" }, "ines created project shop"],
  ["DeleteProject", { id: "shop", deleteStack: true }, "ines deleted project shop and its stack"],
  ["DeleteProject", { id: "shop", deleteStack: false }, "ines deleted project shop, keeping its stack"],
  ["DeleteProject", {}, "ines deleted a project"],
  ["UpdateProject", { id: "shop", name: "Store" }, 'ines changed the name of project shop to "Store"'],
  ["UpdateProject", { id: "shop", description: "secret" }, "ines changed the description of project shop"],
  [
    "UpdateProject",
    { id: "shop", name: "Store", description: "secret" },
    'ines changed the description of project shop and its name to "Store"',
  ],
  ["UpdateProject", { id: "shop" }, "ines changed project shop"],
  ["TagProject", { id: "shop", tags: { Team: "a", Cost: "b" } }, "ines put tags Team and Cost on project shop"],
  ["UntagProject", { id: "shop", tags: ["Team"] }, "ines removed tag Team from project shop"],
  [
    "UntagProject",
    { id: "shop", tags: ["a", "b", "c", "d", "e"] },
    "ines removed tags a, b, c and 2 more from project shop",
  ],
  ["DescribeProject", { id: "shop" }, "ines viewed project shop"],
  ["UpdateUserProfile", { userArn: INES, displayName: "I" }, "ines changed their own user profile"],
  ["UpdateUserProfile", { userArn: TOMASZ }, "ines changed the user profile of tomasz"],
  ["MakeItRain", { projectId: "shop" }, "ines called MakeItRain of codestar on project shop"],
];

test.each(codestar)("%s %j", (eventName, request, summary) => {
  expect(derived(recordOf(eventName, request)).summary).toBe(summary);
});

const others: [string, string, unknown, object, string][] = [
  [
    CONNECTIONS,
    "CreateConnection",
    { connectionName: "hub", providerType: "GitHub" },
    {},
    "ines created connection hub to GitHub",
  ],
  [CONNECTIONS, "DeleteConnection", { connectionArn: CONNECTION }, {}, "ines deleted connection c0ffee"],
  [
    CONNECTIONS,
    "CreateRepositoryLink",
    { connectionArn: CONNECTION, ownerId: "acme", repositoryName: "site" },
    {},
    "ines linked repository acme/site through connection c0ffee",
  ],
  [
    CONNECTIONS,
    "CreateSyncConfiguration",
    { resourceName: "site", branch: "main", configFile: "site.yaml" },
    {},
    "ines set up Git sync of stack site from branch main (site.yaml)",
  ],
  [
    CONNECTIONS,
    "UntagResource",
    { resourceArn: CONNECTION, tagKeys: ["a", "b"] },
    {},
    "ines removed tags a and b from connection c0ffee",
  ],
  [
    CONNECTIONS,
    "TagResource",
    { resourceArn: CONNECTION, tags: [{ key: "a", value: "b" }] },
    {},
    "ines put tag a on connection c0ffee",
  ],
  [
    CONNECTIONS,
    "UseConnection",
    { connectionArn: CONNECTION },
    { additionalEventData: { providerAction: "GitPull" } },
    "ines used connection c0ffee for GitPull",
  ],
  [
    NOTIFICATIONS,
    "CreateNotificationRule",
    { name: "builds", resource: "arn:aws:codepipeline:eu-west-1:111122223333:shop-Pipeline" },
    {},
    "ines created notification rule builds for pipeline shop-Pipeline",
  ],
  [
    NOTIFICATIONS,
    "Subscribe",
    { arn: RULE, target: { targetType: "SNS", targetAddress: "arn:aws:sns:eu-west-1:111122223333:ops" } },
    {},
    "ines subscribed topic ops to notification rule r1",
  ],
  [
    "events.amazonaws.com",
    "Subscribe",
    { rule: "awscodestarnotifications-rule" },
    { sourceIPAddress: NOTIFICATIONS },
    "ines connected event rule awscodestarnotifications-rule to notifications",
  ],
  ["ec2.amazonaws.com", "StartInstances", null, {}, "ines called StartInstances of ec2"],
];

test.each(others)("%s %s %j", (eventSource, eventName, request, more, summary) => {
  expect(derived(recordOf(eventName, request, { eventSource, ...more })).summary).toBe(summary);
});

test("a failure is an attempt", () => {
  const error = { errorCode: "ProjectNotFoundException" };
  expect(derived(recordOf("DeleteProject", { id: "shop" }, error)).summary).toBe(
    "ines tried to delete project shop (ProjectNotFoundException)",
  );
  expect(derived(recordOf("MakeItRain", null, error)).summary).toBe(
    "ines tried to call MakeItRain of codestar (ProjectNotFoundException)",
  );
});

test("a sentence never holds keys, tokens or masks", () => {
  const request = {
    id: "shop",
    name: "HIDDEN_DUE_TO_SECURITY_REASONS",
    userArn: TOMASZ,
    sshPublicKey: "ssh-rsa AAAA",
    emailAddress: "***",
    sourceCode: [{ destination: { gitHub: { token: "ghp_secret" } } }],
    tags: { a: "ghp_secret" },
  };
  for (const eventName of ["CreateProject", "UpdateUserProfile", "CreateUserProfile", "TagProject", "Unheard"]) {
    expect(derived(recordOf(eventName, request)).summary).not.toMatch(/ssh-rsa|ghp_|HIDDEN|\*/);
  }
});

test("a sentence is one bounded line, whatever a record holds", () => {
  const hostile = 'x\n"\u0000\u001b[2J\u202e<img src=x onerror=alert(1)>\ud800{project}[a]';
  const request = { id: hostile, name: hostile.repeat(5000), userArn: hostile, tags: { [hostile]: 1 }, arn: hostile };
  for (const eventName of ["CreateProject", "TagProject", "UpdateUserProfile", hostile.repeat(50)]) {
    const more = {
      errorCode: hostile.repeat(50),
      userIdentity: { type: "IAMUser", userName: hostile.repeat(90), arn: "a" },
    };
    const { summary } = derived(recordOf(eventName, request, more));
    expect(summary.length).toBeLessThanOrEqual(500);
    expect(summary).toMatch(/^[^\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e]+$/u);
    expect(summary.isWellFormed()).toBe(true);
  }
});

test("values of other types are left out", () => {
  const request = {
    id: { $: 1 },
    name: ["a"],
    projectRole: true,
    userArn: 5,
    deleteStack: "perhaps",
    tags: [{}, null, 7],
  };
  expect(derived(recordOf("CreateProject", request)).summary).toBe("ines created a project");
  expect(derived(recordOf("DeleteProject", request)).summary).toBe("ines deleted a project");
  expect(derived(recordOf("AssociateTeamMember", request)).summary).toBe("ines made a user a member of a project");
});
