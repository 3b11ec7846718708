import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseEventRecord } from "#lib/cloudtrail/event-record.ts";
import { deriveEvent } from "./derive-event.ts";
import { derive, derived, recordOf } from "./testing/derived.ts";

const SHOP = "arn:aws:codestar:us-east-1:444455556666:project/shop";
const here = { accountId: "111122223333", region: "eu-west-1", projectId: "shop" };
const there = { accountId: "444455556666", region: "us-east-1", projectId: "shop" };

test("every column of a record", () => {
  const record = recordOf(
    "AssociateTeamMember",
    { projectId: "shop", userArn: "arn:aws:iam::111122223333:user/tomasz", projectRole: "Owner" },
    { errorCode: "LimitExceededException", errorMessage: "too many", readOnly: false },
  );
  const { principal, ...event } = derived(record);
  expect(principal).toMatchObject({ key: "AIDAINES", name: "ines" });
  expect(event).toEqual({
    eventId: "5f3c",
    eventTime: "2019-03-04T05:06:07Z",
    eventSource: "codestar.amazonaws.com",
    eventName: "AssociateTeamMember",
    access: "write",
    outcome: "failure",
    errorCode: "LimitExceededException",
    errorMessage: "too many",
    project: here,
    subjectArn: "arn:aws:iam::111122223333:user/tomasz",
    resourceArn: null,
    resourceKeys: [],
    member: { role: "Owner", remoteAccess: null },
    relation: null,
    policy: null,
    deleteStack: null,
    accountId: "111122223333",
    region: "eu-west-1",
    sourceIp: "192.0.2.7",
    sourceNetwork: "192.0.2.0/24",
    client: "cli",
    userAgent: "aws-cli/1.16",
    accessKeyId: "AKIAINES",
    issuedKeyId: null,
    mfa: null,
    requestId: "0d9b6e1a",
    eventVersion: "1.05",
    eventType: "AwsApiCall",
    readOnly: false,
    summary: "ines tried to make tomasz Owner of shop (LimitExceededException)",
  });
});

describe("the project", () => {
  const projectOf = (eventName: string, request: unknown, more: object = {}) =>
    derived(recordOf(eventName, request, more)).project;

  test("of a request by id is the recipient's, in the record's region", () => {
    expect(projectOf("DescribeProject", { id: "shop" })).toEqual(here);
    expect(projectOf("DescribeProject", { id: "shop" }, { recipientAccountId: undefined })).toEqual(here);
    const nowhere = { recipientAccountId: undefined, userIdentity: null, awsRegion: undefined };
    expect(projectOf("DescribeProject", { id: "shop" }, nowhere)).toEqual({
      accountId: "unknown",
      region: "unknown",
      projectId: "shop",
    });
  });

  test("is where its ARN says, wherever that stands", () => {
    expect(projectOf("CreateProject", { id: "shop" }, { responseElements: { id: "shop", arn: SHOP } })).toEqual(there);
    expect(projectOf("DeleteProject", null, { responseElements: { projectArn: SHOP } })).toEqual(there);
    expect(projectOf("ListTeamMembers", { projectId: SHOP })).toEqual(there);
    expect(projectOf("ListTeamMembers", { projectId: "shop" }, { resources: [{ ARN: SHOP }] })).toEqual(there);
  });

  test("is not where another project's ARN says", () => {
    const other = { responseElements: { arn: "arn:aws:codestar:us-east-1:444455556666:project/other" } };
    expect(projectOf("CreateProject", { id: "shop" }, other)).toEqual(here);
  });

  test("is found by its ARN in other requests of the family", () => {
    const connections = { eventSource: "codeconnections.amazonaws.com" };
    const tags = [{ key: "awscodestar:projectArn", value: SHOP }];
    expect(projectOf("TagResource", { resourceArn: "arn:x", tags }, connections)).toEqual(there);
    expect(projectOf("ListProjects", null, { resources: [{ ARN: SHOP }] })).toEqual(there);
  });

  test("of an unknown action is guessed", () => {
    expect(projectOf("FooProject", { projectId: "shop" })).toEqual(here);
    expect(projectOf("FooProject", { id: "shop" })).toEqual(here);
    expect(projectOf("FooProject", { deep: [{ er: SHOP }] })).toEqual(there);
    expect(projectOf("FooProject", null, { responseElements: { project: { arn: SHOP } } })).toEqual(there);
    expect(projectOf("FooProject", { id: "c" }, { eventSource: "codeconnections.amazonaws.com" })).toBeNull();
  });

  test("of a list is none", () => {
    const projects = ["a", "b"].map((id) => ({ projectId: id, projectArn: SHOP.replace("shop", id) }));
    expect(projectOf("ListProjects", {}, { responseElements: { projects } })).toBeNull();
    expect(projectOf("FooProjects", {}, { responseElements: { projects } })).toBeNull();
  });

  test("is no template, and may have an ARN without account or an id that breaks the rules", () => {
    expect(projectOf("FooProject", { x: "arn:aws:codestar:us-east-1::project-template/web" })).toBeNull();
    expect(projectOf("FooProject", { x: "arn:aws:codestar:us-east-1:project/shop" })).toEqual({
      ...there,
      accountId: "111122223333",
    });
    expect(projectOf("DescribeProject", { id: "Project ID!" })?.projectId).toBe("Project ID!");
    expect(projectOf("DescribeProject", { id: "x".repeat(10_000) })?.projectId).toHaveLength(256);
  });

  test("is CodeStar's alone", () => {
    const more = { eventSource: "codebuild.amazonaws.com" };
    expect(projectOf("CreateProject", { id: "shop", arn: SHOP }, more)).toBeNull();
  });
});

describe("the resource", () => {
  const arn = (kind: string) => `arn:aws:codestar-connections:eu-west-1:111122223333:${kind}`;
  const resourceOf = (eventName: string, request: unknown, response: unknown = null, more: object = {}) =>
    derived(
      recordOf(eventName, request, {
        eventSource: "codestar-connections.amazonaws.com",
        responseElements: response,
        ...more,
      }),
    ).resourceArn;

  test("is the thing itself before what it belongs to", () => {
    const request = { connectionName: "hub", hostArn: arn("host/h") };
    expect(resourceOf("CreateConnection", request, { connectionArn: arn("connection/c") })).toBe(arn("connection/c"));
    expect(resourceOf("CreateConnection", request)).toBe(arn("host/h"));
    const info = {
      repositoryLinkInfo: { connectionArn: arn("connection/c"), repositoryLinkArn: arn("repository-link/l") },
    };
    expect(resourceOf("GetRepositoryLink", { repositoryLinkId: "l" }, info)).toBe(arn("repository-link/l"));
    expect(resourceOf("UpdateRepositoryLink", { connectionArn: arn("connection/c") })).toBe(arn("connection/c"));
  });

  test("of a list, a sync configuration or a role is none", () => {
    expect(
      resourceOf(
        "ListConnections",
        { hostArnFilter: arn("host/h") },
        { connections: [{ connectionArn: arn("connection/c") }] },
      ),
    ).toBeNull();
    expect(resourceOf("CreateSyncConfiguration", { resourceName: "s", roleArn: "arn:aws:iam::1:role/r" })).toBeNull();
  });

  test("of an unknown action is the first of the family's in the request", () => {
    expect(
      resourceOf("Frobnicate", { roleArn: "arn:aws:iam::1:role/r", x: [arn("host/h"), arn("connection/c")] }),
    ).toBe(arn("host/h"));
  });

  test("is what CloudTrail lists, for other services", () => {
    const more = { eventSource: "s3.amazonaws.com", resources: [{ type: "x" }, { ARN: "arn:aws:s3:::b" }] };
    expect(resourceOf("PutObject", { bucketName: "b" }, null, more)).toBe("arn:aws:s3:::b");
  });

  test("of a project is its ARN where the record has it", () => {
    const source = { eventSource: "codestar.amazonaws.com" };
    expect(resourceOf("CreateProject", { id: "shop" }, { arn: SHOP }, source)).toBe(SHOP);
    expect(resourceOf("TagProject", { id: "shop" }, null, { ...source, resources: [{ ARN: SHOP }] })).toBe(SHOP);
    expect(resourceOf("TagProject", { id: "shop" }, null, source)).toBeNull();
  });
});

test("access is the catalogue's, else the record's own word, else the name's", () => {
  const accessOf = (eventName: string, more: object = {}) => derived(recordOf(eventName, null, more)).access;
  expect(accessOf("DescribeProject", { readOnly: false })).toBe("read");
  expect(accessOf("Frobnicate", { readOnly: "true" })).toBe("read");
  expect(accessOf("GetThing", { readOnly: false })).toBe("write");
  expect(accessOf("GetThing")).toBe("read");
  expect(accessOf("Getaway")).toBe("write");
  expect(accessOf("Frobnicate")).toBe("write");
  expect(accessOf("DescribeInstances", { eventSource: "ec2.amazonaws.com" })).toBe("read");
});

describe("bad input", () => {
  test("without an event id, the record's bytes make one", () => {
    for (const eventID of [undefined, null, "", 5, "x".repeat(600)]) {
      const text = JSON.stringify(recordOf("ListProjects", null, { eventID }));
      const sha256 = createHash("sha256").update(text).digest("hex");
      expect(derived(text).eventId).toBe(`sha256:${sha256}`);
    }
    expect(derived(recordOf("ListProjects", null, { eventID: "not a UUID" })).eventId).toBe("not a UUID");
  });

  test("without a time there is no event", () => {
    expect(derive(recordOf("ListProjects", null, { eventTime: undefined }))).toEqual({
      rejected: "The record has no eventTime.",
    });
    expect(derive(recordOf("ListProjects", null, { eventTime: 1_551_675_967 }))).toHaveProperty("rejected");
    expect(derive(recordOf("ListProjects", null, { eventTime: `yester\u001b\nday${"x".repeat(500)}` }))).toEqual({
      rejected: `The record's eventTime “yester\ufffd day${"x".repeat(68)}…” is not a time.`,
    });
  });

  test("invalid UTF-8 can't be stored", () => {
    const bytes = new Uint8Array([
      ...new TextEncoder().encode('{"eventTime":"2019-03-04T05:06:07Z","x":"'),
      0xff,
      0x22,
      0x7d,
    ]);
    const record = parseEventRecord(JSON.parse(new TextDecoder().decode(bytes)))!;
    expect(deriveEvent(record, bytes)).toEqual({ rejected: expect.stringContaining("UTF-8") as string });
  });

  test("nesting that Postgres can't parse is rejected, and brackets in strings are not nesting", () => {
    const deep = (levels: number) =>
      `{"eventTime":"2019-03-04T05:06:07Z","x":${"[".repeat(levels)}${"]".repeat(levels)}}`;
    expect(derive(deep(900))).not.toHaveProperty("rejected");
    expect(derive(deep(1001))).toEqual({ rejected: "The record is nested deeper than 1000 levels." });
    expect(derive(deep(100_000))).toHaveProperty("rejected");
    expect(derive(recordOf("ListProjects", { x: '["'.repeat(5000) }))).not.toHaveProperty("rejected");
  });

  test("NUL and lone surrogates become U+FFFD in columns", () => {
    const event = derived(
      recordOf("DescribeProject", { id: "sh\0op\ud800" }, { userAgent: "a\0\udc00", eventID: "i\0" }),
    );
    expect(event.project?.projectId).toBe("sh\ufffdop\ufffd");
    expect(event.userAgent).toBe("a\ufffd\ufffd");
    expect(event.eventId).toBe("i\ufffd");
    expect(JSON.stringify(event)).not.toMatch(/\\u0000|\\ud800/);
  });

  test("a record of 200 KB", () => {
    const request = { id: "shop", description: "x".repeat(200_000), many: Array.from({ length: 20_000 }, () => ["y"]) };
    expect(derived(recordOf("UpdateProject", request)).project).toEqual(here);
  });

  test("no text is slow to read", () => {
    const texts = [":user/", "arn:", "/", "a/", " \n", "*", "\u202e", ":assumed-role/"].map(
      (text) => `arn:aws:iam::1:user/${text.repeat(40_000)}/`,
    );
    const startedAt = performance.now();
    for (const text of texts) {
      const userIdentity = { type: "AssumedRole", arn: text, principalId: text, userName: text };
      const request = { projectId: text, userArn: text, connectionArn: text, resource: text, tags: [text] };
      for (const eventName of ["AssociateTeamMember", text])
        derived(recordOf(eventName, request, { userIdentity, errorCode: text }));
    }
    expect(performance.now() - startedAt).toBeLessThan(5000);
  });

  test("texts that an index holds are short enough for one", () => {
    const long = "ü".repeat(9000);
    const event = derived(
      recordOf(
        long,
        { projectId: long },
        {
          recipientAccountId: long,
          awsRegion: long,
          userIdentity: { type: long, principalId: long, userName: long },
        },
      ),
    );
    const { project, principal } = event;
    for (const parts of [[event.eventName], Object.values(project ?? {}), [principal.key]]) {
      expect(Buffer.byteLength(parts.join(""))).toBeLessThan(2600);
    }
  });

  test("no record makes it throw, and the same record gives the same event", () => {
    const names = [
      "requestParameters",
      "responseElements",
      "userIdentity",
      "resources",
      "errorCode",
      "readOnly",
      "eventID",
    ];
    const actions = ["CreateProject", "TagProject", "Subscribe", "UpdateTeamMember", "Nonsense"];
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...names), fc.jsonValue()),
        fc.constantFrom(...actions),
        (more, eventName) => {
          const record = { ...recordOf(eventName, {}), ...more };
          expect(derive(record)).toEqual(derive(record));
        },
      ),
    );
  });
});
