import fc from "fast-check";
import { expect, test } from "vitest";
import { parseEventRecord } from "./event-record.ts";

test("what is no object is no record", () => {
  for (const value of [null, undefined, 5, "x", true, [], [{}]]) expect(parseEventRecord(value)).toBeNull();
});

test("a record of version 1.0 lacks most fields", () => {
  const record = parseEventRecord({
    eventVersion: "1.0",
    eventTime: "2014-03-06T21:22:54Z",
    eventName: "StartInstances",
  });
  expect(record).toMatchObject({ eventVersion: "1.0", eventName: "StartInstances" });
  expect(record?.eventID).toBeUndefined();
  expect(record?.userIdentity).toBeUndefined();
});

test("a malformed field reads as missing and costs nothing else", () => {
  const record = parseEventRecord({
    eventID: 7,
    eventName: "DeleteProject",
    userIdentity: "root",
    requestParameters: "id=shop",
    responseElements: [1],
    resources: "arn:aws:codestar:::project/x",
    readOnly: "maybe",
    errorCode: 404,
    awsRegion: null,
    somethingNew: { kept: true },
  });
  expect(record).toMatchObject({
    eventName: "DeleteProject",
    requestParameters: "id=shop",
    responseElements: [1],
    errorCode: "404",
    somethingNew: { kept: true },
  });
  const malformed = ["eventID", "userIdentity", "resources", "readOnly", "awsRegion"];
  expect(malformed.map((field) => record?.[field])).toEqual(malformed.map(() => undefined));
});

test("one malformed part of an identity leaves the others", () => {
  const record = parseEventRecord({
    userIdentity: {
      type: "IAMUser",
      userName: 5,
      arn: "arn:x",
      sessionContext: { attributes: null, sessionIssuer: {} },
    },
    resources: [null, { ARN: "arn:y" }, { ARN: 6, type: "T" }],
  });
  expect(record?.userIdentity).toMatchObject({ type: "IAMUser", arn: "arn:x" });
  expect(record?.userIdentity?.userName).toBeUndefined();
  expect(record?.resources?.map((resource) => resource.ARN)).toEqual([undefined, "arn:y", undefined]);
});

test("flags are texts in some exports", () => {
  expect(parseEventRecord({ readOnly: "true" })?.readOnly).toBe(true);
  expect(parseEventRecord({ readOnly: "false" })?.readOnly).toBe(false);
  expect(parseEventRecord({ readOnly: true })?.readOnly).toBe(true);
});

test("a prototype is out of a record's reach", () => {
  const hostile = JSON.parse(
    '{"__proto__":{"eventID":"x","isAdmin":true},"constructor":{"prototype":{"isAdmin":true}},"eventName":"N"}',
  ) as unknown;
  const record = parseEventRecord(hostile);
  expect(record?.eventID).toBeUndefined();
  expect(record?.["isAdmin"]).toBeUndefined();
  expect(({} as Record<string, unknown>)["isAdmin"]).toBeUndefined();
});

test("any JSON object is a record", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.oneof(fc.string(), fc.constantFrom(...FIELDS)), fc.jsonValue()), (value) => {
      expect(parseEventRecord(JSON.parse(JSON.stringify(value)))).not.toBeNull();
    }),
  );
});

const FIELDS = [
  "userIdentity",
  "requestParameters",
  "responseElements",
  "resources",
  "eventTime",
  "readOnly",
  "eventID",
];
