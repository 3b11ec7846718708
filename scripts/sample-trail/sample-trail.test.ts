import { createHash } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { ACCOUNTS, REGIONS } from "./organisation.ts";
import { playSample } from "./play-sample.ts";
import { lifetimes, memberships } from "./projects.ts";

type Record = {
  eventID: string;
  eventTime: string;
  eventSource: string;
  eventName: string;
  awsRegion: string;
  sourceIPAddress: string;
  errorCode?: string;
  recipientAccountId: string;
  responseElements: unknown;
  requestParameters: { [name: string]: unknown } | null;
  userIdentity: { type?: string; arn?: string };
  addendum?: { reason: string };
};

const KEY =
  /^AWSLogs\/o-[a-z0-9]+\/(\d{12})\/CloudTrail\/([a-z0-9-]+)\/(\d{4})\/(\d\d)\/(\d\d)\/(\d{12})_CloudTrail_([a-z0-9-]+)_(\d{8}T\d{4}Z)_[A-Z0-9]{16}\.json\.gz$/;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const FAMILY = /^(codestar|codestar-connections|codeconnections|codestar-notifications)\.amazonaws\.com$/;

const isFamily = (record: Record) =>
  FAMILY.test(record.eventSource) ||
  (record.eventSource === "events.amazonaws.com" && record.sourceIPAddress === "codestar-notifications.amazonaws.com");

const files: { key: string; ids: string[] }[] = [];
const texts = new Map<string, string>();
const family: Record[] = [];
const problems: string[] = [];
let [others, again, late] = [0, 0, 0];
const content = createHash("sha256");

beforeAll(() => {
  for (const delivered of playSample()) for (const file of delivered) readFile(file.key, file.records);
}, 300_000);

function readFile(key: string, lines: readonly string[]): void {
  const [, account, region, year, month, day] = KEY.exec(key) ?? [];
  const folderDate = `${year}-${month}-${day}`;
  content.update(key);
  const ids = lines.map((line) => {
    content.update(line);
    const record = JSON.parse(line) as Record;
    const known = texts.get(record.eventID);
    if (known !== undefined) {
      again++;
      if (known !== line) problems.push(`${record.eventID} came twice with other bytes`);
      return record.eventID;
    }
    texts.set(record.eventID, line);
    if (record.recipientAccountId !== account || record.awsRegion !== region)
      problems.push(`${key} holds a record of elsewhere`);
    if (record.eventTime.slice(0, 10) > folderDate) problems.push(`${key} was delivered before ${record.eventTime}`);
    if (record.errorCode !== undefined && record.responseElements !== null)
      problems.push(`${record.eventID} failed and answered`);
    if (record.addendum) late++;
    else if (Date.parse(folderDate) - Date.parse(record.eventTime) > 86_400_000)
      problems.push(`${record.eventID} is late without saying so`);
    if (isFamily(record)) family.push(record);
    else others++;
    return record.eventID;
  });
  files.push({ key, ids });
}

test("no record is where it can't be", () => {
  expect(problems).toEqual([]);
});

test("about 20,000 records of the family among 200,000 others, some of them late or delivered twice", () => {
  expect(family.length).toBeGreaterThan(19_000);
  expect(family.length).toBeLessThan(22_000);
  expect(others).toBeGreaterThan(190_000);
  expect(others).toBeLessThan(210_000);
  expect(again).toBeGreaterThan(2_000);
  expect(late).toBeGreaterThan(500);
  expect(files.length).toBeLessThan(10_000);
});

test("file names are CloudTrail's, each once, and sort by locale as they do by byte", () => {
  const keys = files.map(({ key }) => key);
  expect(keys.filter((key) => !KEY.test(key))).toEqual([]);
  expect(new Set(keys).size).toBe(keys.length);
  expect(keys.toSorted((one, other) => one.localeCompare(other))).toEqual(keys.toSorted());
  expect(new Set(keys.map((key) => KEY.exec(key)?.[1]))).toEqual(new Set(Object.values(ACCOUNTS)));
  expect(new Set(keys.map((key) => KEY.exec(key)?.[2]))).toEqual(new Set(REGIONS));
});

test("event ids are valid UUIDs, and records in a file aren't sorted", () => {
  expect([...texts.keys()].filter((id) => !UUID.test(id))).toEqual([]);
  const times = (ids: string[]) => ids.map((id) => (JSON.parse(texts.get(id) ?? "{}") as Record).eventTime);
  const unsorted = files.slice(0, 50).filter(({ ids }) => times(ids).join() !== times(ids).toSorted().join());
  expect(unsorted.length).toBeGreaterThan(40);
});

test("CodeStar ends on 31 July 2024 and connections go on under their new name", () => {
  const last = (source: string) =>
    family
      .filter((record) => record.eventSource === source)
      .map((record) => record.eventTime)
      .toSorted()
      .at(-1) ?? "";
  expect(last("codestar.amazonaws.com") < "2024-08-01").toBe(true);
  expect(last("codestar.amazonaws.com") > "2024-07-25").toBe(true);
  expect(last("codestar-connections.amazonaws.com") < "2024-07-02").toBe(true);
  expect(last("codeconnections.amazonaws.com") > "2024-11-25").toBe(true);
  expect(last("codestar-notifications.amazonaws.com") > "2024-11-01").toBe(true);
});

test("every common type of identity acts in the family, root in one sitting", () => {
  const types = new Set(family.map((record) => record.userIdentity.type));
  for (const type of [
    "IAMUser",
    "AssumedRole",
    "Root",
    "FederatedUser",
    "SAMLUser",
    "WebIdentityUser",
    "AWSService",
    "AWSAccount",
    "IdentityCenterUser",
    undefined,
  ]) {
    expect(types).toContain(type);
  }
  const days = family
    .filter((record) => record.userIdentity.type === "Root")
    .map((record) => record.eventTime.slice(0, 10));
  expect(new Set(days).size).toBe(1);
});

describe("the eight projects", () => {
  const changes = () =>
    family
      .filter(
        ({ eventName, errorCode }) => errorCode === undefined && /^(Create|Delete)Project$|TeamMember$/.test(eventName),
      )
      .toSorted((one, other) => one.eventTime.localeCompare(other.eventTime));

  test("exist from their creation to their deletion, and their teams change in an order that can be", () => {
    const teams = new Map<string, Set<unknown>>();
    for (const { eventName, requestParameters } of changes()) {
      const id = String(requestParameters?.["projectId"] ?? requestParameters?.["id"]);
      const member = requestParameters?.["userArn"];
      const team = teams.get(id);
      if (eventName === "CreateProject") {
        expect(team).toBeUndefined();
        teams.set(id, new Set());
        continue;
      }
      if (eventName !== "DeleteProject")
        expect(`${eventName} ${team?.has(member)}`).toBe(`${eventName} ${eventName !== "AssociateTeamMember"}`);
      if (eventName === "AssociateTeamMember") team?.add(member);
      if (eventName === "DisassociateTeamMember") team?.delete(member);
    }
    expect(teams.size).toBe(8);
    expect(lifetimes()).toHaveLength(8);
    expect(memberships().length).toBeGreaterThan(40);
  });

  test("one night of October 2023 a burst of calls fails, all of them", () => {
    const night = family.filter(
      ({ eventTime, sourceIPAddress }) => eventTime.startsWith("2023-10-14T02") && sourceIPAddress === "192.0.2.113",
    );
    expect(night.length).toBeGreaterThan(80);
    expect(night.filter((record) => record.errorCode === undefined)).toEqual([]);
  });
});

test("a policy is attached by hand, and one is left behind by a deletion", () => {
  const iam = [...texts.values()]
    .filter((text) => text.includes('"iam.amazonaws.com"') && text.includes("policy/CodeStar_"))
    .map((text) => JSON.parse(text) as Record);
  const byHand = iam.filter(
    ({ eventName, userIdentity }) =>
      eventName === "AttachUserPolicy" && !userIdentity.arn?.includes("aws-codestar-service-role"),
  );
  expect(byHand.map(({ requestParameters }) => String(requestParameters?.["policyArn"]).replace(/.*\//, ""))).toEqual([
    "CodeStar_lumen-portal_Owner",
  ]);
  expect(iam.filter(({ errorCode }) => errorCode === "DeleteConflictException")).toHaveLength(1);
});

test("the sample is this one, byte for byte, on every machine (raise SAMPLE_VERSION when it changes)", () => {
  expect(content.digest("hex")).toMatchInlineSnapshot(
    `"b1d81c01ba8485e5d00361dd2938192ae7d1e2c2dd225cc6e8324667f4906d8f"`,
  );
});
