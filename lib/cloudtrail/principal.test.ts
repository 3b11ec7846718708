import { describe, expect, test } from "vitest";
import { parseEventRecord } from "./event-record.ts";
import { principalOf } from "./principal.ts";

const ACCOUNT = "111122223333";
const HIDDEN = "HIDDEN_DUE_TO_SECURITY_REASONS";
const of = (userIdentity: unknown) => principalOf(parseEventRecord({ userIdentity })!);

function roleSession(role: string, session: string, more: object = {}) {
  return {
    type: "AssumedRole",
    principalId: `AROAEXAMPLE:${session}`,
    arn: `arn:aws:sts::${ACCOUNT}:assumed-role/${role}/${session}`,
    accountId: ACCOUNT,
    accessKeyId: "ASIAEXAMPLE",
    sessionContext: {
      attributes: { creationDate: "2024-03-01T08:00:00Z", mfaAuthenticated: "true" },
      sessionIssuer: {
        type: "Role",
        principalId: "AROAEXAMPLE",
        arn: `arn:aws:iam::${ACCOUNT}:role/team/${role}`,
        accountId: ACCOUNT,
        userName: role,
      },
      ...more,
    },
  };
}

test("Root is its account's, with the alias where one is set", () => {
  const root = { type: "Root", principalId: ACCOUNT, arn: `arn:aws:iam::${ACCOUNT}:root`, accountId: ACCOUNT };
  expect(of(root)).toMatchObject({ key: root.arn, name: `root ${ACCOUNT}`, label: `root ${ACCOUNT}`, mfa: null });
  expect(of({ ...root, userName: "acme" }).name).toBe(`root ${ACCOUNT} (acme)`);
  expect(of({ type: "Root", accountId: ACCOUNT }).key).toBe(`root:${ACCOUNT}`);
});

test("an IAMUser keeps its key when it is renamed", () => {
  const user = {
    type: "IAMUser",
    principalId: "AIDAEXAMPLE",
    arn: `arn:aws:iam::${ACCOUNT}:user/staff/ines`,
    accountId: ACCOUNT,
    accessKeyId: "AKIAEXAMPLE",
    userName: "ines",
    sessionContext: { sessionIssuer: {}, attributes: { mfaAuthenticated: "false" } },
  };
  expect(of(user)).toEqual({
    key: "AIDAEXAMPLE",
    type: "IAMUser",
    name: "ines",
    label: "ines",
    arn: user.arn,
    keyArn: user.arn,
    issuerArn: null,
    issuerName: null,
    sessionName: null,
    sourceIdentity: null,
    invokedBy: null,
    accountId: ACCOUNT,
    accessKeyId: "AKIAEXAMPLE",
    mfa: false,
  });
  expect(of({ ...user, userName: "ines.k", arn: `arn:aws:iam::${ACCOUNT}:user/ines.k` }).key).toBe("AIDAEXAMPLE");
  expect(of({ ...user, userName: undefined }).name).toBe("ines");
  expect(of({ ...user, principalId: "***" }).key).toBe(user.arn);
});

test("an IAMUser whose name was masked after a failed sign-in", () => {
  const masked = { type: "IAMUser", accountId: ACCOUNT, accessKeyId: "", userName: HIDDEN };
  expect(of(masked)).toMatchObject({
    key: `IAMUser:${ACCOUNT}`,
    name: `hidden user of ${ACCOUNT}`,
    accessKeyId: null,
  });
});

describe("AssumedRole", () => {
  test("is one principal over all sessions", () => {
    const first = of(roleSession("Deploy", "build-1"));
    expect(first).toMatchObject({
      key: `arn:aws:iam::${ACCOUNT}:role/team/Deploy`,
      keyArn: `arn:aws:iam::${ACCOUNT}:role/team/Deploy`,
      arn: `arn:aws:sts::${ACCOUNT}:assumed-role/Deploy/build-1`,
      issuerArn: `arn:aws:iam::${ACCOUNT}:role/team/Deploy`,
      issuerName: "Deploy",
      sessionName: "build-1",
      name: "Deploy/build-1",
      label: "Deploy",
      mfa: true,
    });
    expect(of(roleSession("Deploy", "build-2")).key).toBe(first.key);
  });

  test("of Identity Center is called after the person", () => {
    const principal = of(roleSession("AWSReservedSSO_Admin_0123456789abcdef", "ines@example.com"));
    expect(principal).toMatchObject({
      name: "ines@example.com",
      label: "AWSReservedSSO_Admin_0123456789abcdef",
      sessionName: "ines@example.com",
    });
  });

  test("is called after its source identity, wherever that stands", () => {
    expect(of(roleSession("Deploy", "s", { sourceIdentity: "ines" })).name).toBe("ines");
    const attributes = { mfaAuthenticated: "false", sourceIdentity: "tomasz" };
    expect(of(roleSession("Deploy", "s", { attributes }))).toMatchObject({ name: "tomasz", mfa: false });
    expect(of(roleSession("Deploy", "s", { sourceIdentity: HIDDEN })).name).toBe("Deploy/s");
  });

  test("on behalf of which a service called", () => {
    expect(of({ ...roleSession("Deploy", "s"), invokedBy: "codestar.amazonaws.com" })).toMatchObject({
      type: "AssumedRole",
      name: "Deploy/s",
      invokedBy: "codestar.amazonaws.com",
    });
  });

  test("without an issuer", () => {
    const { principalId, arn } = roleSession("Deploy", "s");
    const both = of({ type: "AssumedRole", principalId, arn });
    expect(both).toMatchObject({ key: "AROAEXAMPLE", name: "Deploy/s", label: "Deploy", accountId: ACCOUNT });
    expect(of({ type: "AssumedRole", arn })).toMatchObject({ key: `role:${ACCOUNT}:Deploy`, sessionName: "s" });
    expect(of({ type: "AssumedRole", principalId })).toMatchObject({ key: "AROAEXAMPLE", name: "AROAEXAMPLE/s" });
    expect(of({ type: "AssumedRole" })).toMatchObject({ key: "AssumedRole", name: "unknown" });
  });
});

test("Role", () => {
  const arn = `arn:aws:iam::${ACCOUNT}:role/Deploy`;
  expect(of({ type: "Role", arn, accountId: ACCOUNT, principalId: "AROAEXAMPLE:s" })).toMatchObject({
    key: arn,
    name: "Deploy",
  });
  expect(of({ type: "Role", arn, userName: "Own" }).name).toBe("Own");
});

test("FederatedUser", () => {
  const arn = `arn:aws:sts::${ACCOUNT}:federated-user/ines`;
  const issuer = { type: "IAMUser", arn: `arn:aws:iam::${ACCOUNT}:user/broker`, userName: "broker" };
  expect(of({ type: "FederatedUser", arn, sessionContext: { sessionIssuer: issuer } })).toMatchObject({
    key: arn,
    keyArn: arn,
    name: "ines",
    issuerArn: issuer.arn,
    issuerName: "broker",
  });
});

test("AWSAccount is one principal over its sessions", () => {
  expect(of({ type: "AWSAccount", principalId: "AROAEXAMPLE:audit", accountId: ACCOUNT })).toMatchObject({
    key: `account:${ACCOUNT}:AROAEXAMPLE`,
    name: `${ACCOUNT}/audit`,
    label: ACCOUNT,
    sessionName: "audit",
    arn: null,
  });
  expect(of({ type: "AWSAccount", accountId: ACCOUNT })).toMatchObject({ key: `account:${ACCOUNT}`, name: ACCOUNT });
});

test("AWSService, also where a service event has no type", () => {
  const service = { key: "service:ec2.amazonaws.com", name: "ec2.amazonaws.com", type: "AWSService" };
  expect(of({ type: "AWSService", invokedBy: "ec2.amazonaws.com" })).toMatchObject({ ...service, accountId: null });
  expect(of({ accountId: ACCOUNT, invokedBy: "ec2.amazonaws.com" })).toMatchObject({ ...service, accountId: ACCOUNT });
});

test.each(["SAMLUser", "WebIdentityUser"])("%s", (type) => {
  expect(
    of({ type, principalId: "issuer:app:ines", userName: "ines", identityProvider: "accounts.google.com" }),
  ).toMatchObject({ key: "issuer:app:ines", name: "ines", type });
  expect(of({ type, principalId: "issuer:app:ines" }).name).toBe("issuer:app:ines");
});

test("IdentityCenterUser", () => {
  const onBehalfOf = { userId: "0f3a", identityStoreArn: "arn:aws:identitystore::1:identitystore/d-1" };
  expect(of({ type: "IdentityCenterUser", accountId: ACCOUNT, onBehalfOf, credentialId: "c" })).toMatchObject({
    key: `idc:${onBehalfOf.identityStoreArn}:0f3a`,
    name: "0f3a",
  });
});

test.each(["Directory", "Unknown", "CustomUserIdentity", "InventedTomorrow"])(
  "%s takes the first that is there",
  (type) => {
    const arn = `arn:aws:ds::${ACCOUNT}:user/ines`;
    expect(of({ type, arn, principalId: "p", userName: "u" })).toMatchObject({ key: arn, name: "u", type });
    expect(of({ type, principalId: "p", userName: "u" })).toMatchObject({ key: "p", name: "u" });
    expect(of({ type, userName: "u", accountId: ACCOUNT })).toMatchObject({ key: `${type}:${ACCOUNT}:u`, name: "u" });
    expect(of({ type, accountId: ACCOUNT })).toMatchObject({ key: `${type}:${ACCOUNT}`, name: ACCOUNT });
  },
);

test.each([[undefined], [null], ["root"], [[]], [{}], [{ type: 5, userName: {} }], [{ type: "" }]])(
  "%j is somebody unknown",
  (userIdentity) => {
    expect(of(userIdentity)).toMatchObject({ key: "Unknown", type: "Unknown", name: "unknown", accountId: null });
  },
);

test.each(["Root", "IAMUser", "Role", "FederatedUser", "AWSAccount", "AWSService", "SAMLUser", "IdentityCenterUser"])(
  "%s without anything else still has a key and a name",
  (type) => {
    expect(of({ type })).toMatchObject({ key: type, type, name: "unknown" });
  },
);
