import { describe, expect, it } from "vitest";
import { findPerson } from "./find-person.ts";
import type { Caller, Handover } from "./person-behind.ts";

const ACCOUNT = "111122223333";
const caller = (fields: Partial<Caller>): Caller => ({
  type: "AssumedRole",
  principalRef: 1,
  principalName: "Deploy/x",
  arn: `arn:aws:sts::${ACCOUNT}:assumed-role/Deploy/x`,
  issuerArn: `arn:aws:iam::${ACCOUNT}:role/Deploy`,
  sessionName: "x",
  sourceIdentity: null,
  invokedBy: null,
  accessKeyId: "ASIA1",
  ...fields,
});
const role = (path: string, fields: Partial<Caller> = {}) =>
  caller({ issuerArn: `arn:aws:iam::${ACCOUNT}:role/${path}`, ...fields });
const by = (from: Caller, eventName = "AssumeRole"): Handover => ({
  eventId: `${eventName} ${from.principalName}`,
  eventTime: "2024-05-01T09:00:00Z",
  eventName,
  caller: from,
});
const ana = caller({ type: "IAMUser", principalName: "ana", issuerArn: null, sessionName: null });
const found = (from: Caller, handovers: Handover[] = []) => {
  const { person, rule, certainty } = findPerson(from, handovers);
  return [person, rule, certainty];
};

describe("who is behind each type of userIdentity", () => {
  it.each<[string, Caller, unknown[]]>([
    ["Root", caller({ type: "Root", principalName: `root ${ACCOUNT}`, issuerArn: null }), [null, "root", "unknown"]],
    ["IAMUser", ana, ["ana", "iam-user", "certain"]],
    [
      "IdentityCenterUser",
      caller({ type: "IdentityCenterUser", principalName: "u-1", issuerArn: null }),
      ["u-1", "identity-center-user", "certain"],
    ],
    [
      "SAMLUser",
      caller({ type: "SAMLUser", principalName: "ana@example.com", issuerArn: null }),
      ["ana@example.com", "identity-provider", "certain"],
    ],
    [
      "WebIdentityUser",
      caller({ type: "WebIdentityUser", principalName: "repo:x", issuerArn: null }),
      ["repo:x", "identity-provider", "certain"],
    ],
    [
      "FederatedUser",
      caller({
        type: "FederatedUser",
        principalName: "contractor",
        issuerArn: `arn:aws:iam::${ACCOUNT}:user/staff/ben`,
        sessionName: null,
      }),
      ["ben", "issuer", "certain"],
    ],
    [
      "FederatedUser of root",
      caller({ type: "FederatedUser", issuerArn: `arn:aws:iam::${ACCOUNT}:root`, sessionName: null }),
      [null, "root", "unknown"],
    ],
    [
      "AWSService",
      caller({ type: "AWSService", issuerArn: null, sessionName: null, invokedBy: "x.amazonaws.com" }),
      [null, "service", "certain"],
    ],
    ["AWSAccount", caller({ type: "AWSAccount", issuerArn: null }), [null, "other-account", "unknown"]],
    [
      "AWSAccount with a name",
      caller({ type: "AWSAccount", issuerArn: null, sessionName: "eve@example.com" }),
      ["eve@example.com", "session-name", "likely"],
    ],
    ["Unknown", caller({ type: "Unknown", issuerArn: null }), [null, "none", "unknown"]],
    ["Directory", caller({ type: "Directory", issuerArn: null }), [null, "none", "unknown"]],
  ])("%s", (_type, from, expected) => {
    expect(found(from)).toEqual(expected);
  });
});

describe("who is behind a role's session", () => {
  const sso = "aws-reserved/sso.amazonaws.com/eu-west-1/AWSReservedSSO_Dev_0123456789abcdef";

  it.each<[string, Caller, unknown[]]>([
    [
      "source identity, before all others",
      role(sso, { sessionName: "other@example.com", sourceIdentity: "ana@example.com" }),
      ["ana@example.com", "source-identity", "certain"],
    ],
    ["Identity Center", role(sso, { sessionName: "ana" }), ["ana", "identity-center", "certain"]],
    [
      "Identity Center by the session's ARN alone",
      caller({
        issuerArn: null,
        arn: `arn:aws:sts::${ACCOUNT}:assumed-role/AWSReservedSSO_Dev_01/ana`,
        sessionName: "ana",
      }),
      ["ana", "identity-center", "certain"],
    ],
    [
      "a role that only looks like Identity Center's",
      role("MyAWSReservedSSO_Dev", { sessionName: "ana" }),
      [null, "none", "unknown"],
    ],
    ["an e-mail", role("Deploy", { sessionName: "ana@example.com" }), ["ana@example.com", "session-name", "likely"]],
    ["a name", role("Deploy", { sessionName: "ana.silva" }), ["ana.silva", "session-name", "likely"]],
    ["a machine's word", role("Deploy", { sessionName: "GitHubActions" }), [null, "none", "unknown"]],
    ["an instance", role("Web", { sessionName: "i-0123456789abcdef0" }), [null, "instance", "unknown"]],
    [
      "CodeStar's service role, whatever its session is called",
      role("service-role/aws-codestar-service-role", {
        sessionName: "ana@example.com",
        invokedBy: "codestar.amazonaws.com",
      }),
      [null, "codestar", "unknown"],
    ],
    [
      "a worker",
      role("CodeStarWorker-shop-ToolChain", { sessionName: "1700000000", invokedBy: "codepipeline.amazonaws.com" }),
      [null, "service", "certain"],
    ],
    [
      "a service-linked role",
      role("aws-service-role/x.amazonaws.com/AWSServiceRoleForX", { sessionName: "X" }),
      [null, "service", "certain"],
    ],
    [
      "a service on somebody's behalf",
      role("Deploy", { sessionName: "x", invokedBy: "cloudformation.amazonaws.com" }),
      [null, "invoked-by", "unknown"],
    ],
    [
      "a service for a named session",
      role("Deploy", { sessionName: "ana@example.com", invokedBy: "cloudformation.amazonaws.com" }),
      ["ana@example.com", "session-name", "likely"],
    ],
    ["type Role", role("Deploy", { type: "Role", sessionName: null }), [null, "none", "unknown"]],
  ])("%s", (_rule, from, expected) => {
    expect(found(from)).toEqual(expected);
  });

  it("is who asked for its key, through roles that take on roles", () => {
    const middle = role("Jump", { principalName: "Jump/y", sessionName: "y" });
    const handovers = [by(middle), by(ana)];
    expect(findPerson(role("Deploy"), handovers)).toMatchObject({
      person: "ana",
      rule: "issued-key",
      certainty: "certain",
      handovers,
    });
  });

  it("is no surer than the first of these calls", () => {
    const named = role("Jump", { sessionName: "ana.silva" });
    expect(found(role("Deploy"), [by(named)])).toEqual(["ana.silva", "issued-key", "likely"]);
    expect(found(role("Deploy"), [by(role("Jump", { sessionName: "y" }))])).toEqual([null, "none", "unknown"]);
    const service = caller({ type: "AWSService", invokedBy: "ec2.amazonaws.com", issuerArn: null });
    expect(found(role("Deploy"), [by(service)])).toEqual([null, "service", "certain"]);
  });

  it("keeps its own hint where the calls tell nothing, and its own certainty where it has one", () => {
    const named = role("Deploy", { sessionName: "ana.silva" });
    expect(found(named, [by(role("Jump", { sessionName: "y" }))])).toEqual(["ana.silva", "session-name", "likely"]);
    expect(found(role("Deploy", { sourceIdentity: "ben" }), [by(ana)])).toEqual(["ben", "source-identity", "certain"]);
  });
});
