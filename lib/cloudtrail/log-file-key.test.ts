import { expect, test } from "vitest";
import { kindOfKey, parseLogFileKey } from "./log-file-key.ts";

const FILE = "111122223333_CloudTrail_eu-west-1_20240801T0005Z_aB3dE5gH7jK9mN1p.json.gz";
const DAY = "111122223333/CloudTrail/eu-west-1/2024/08/01";

test("the parts of a log file's key", () => {
  expect(parseLogFileKey(`AWSLogs/${DAY}/${FILE}`)).toEqual({
    prefix: "",
    organisation: null,
    accountId: "111122223333",
    type: "CloudTrail",
    region: "eu-west-1",
    date: "2024-08-01",
    file: FILE,
  });
});

test.each([
  [`AWSLogs/o-abc123/${DAY}/${FILE}`, "", "o-abc123"],
  [`o-abc123/AWSLogs/o-abc123/${DAY}/${FILE}`, "o-abc123", "o-abc123"],
  [`audit/trails/AWSLogs/${DAY}/${FILE}`, "audit/trails", null],
  [`AWSLogs/backup/AWSLogs/${DAY}/${FILE}`, "AWSLogs/backup", null],
])("prefix and organisation of %s", (key, prefix, organisation) => {
  expect(parseLogFileKey(key)).toMatchObject({ prefix, organisation, accountId: "111122223333", date: "2024-08-01" });
});

test.each([
  [`AWSLogs/${DAY}/${FILE}`, "log"],
  [`AWSLogs/${DAY}/renamed by hand.json`, "log"],
  [`AWSLogs/${DAY.replace("CloudTrail", "CloudTrail-Digest")}/${FILE}`, "digest"],
  [`AWSLogs/${DAY.replace("CloudTrail", "CloudTrail-Insight")}/${FILE}`, "insight"],
  [`AWSLogs/CloudTrail-Insight/${FILE}`, "insight"],
  [`AWSLogs/${DAY.replace("CloudTrail", "CloudTrail-NetworkActivity")}/${FILE}`, "network-activity"],
  [`AWSLogs/${DAY.replace("CloudTrail", "CloudTrail-Aggregated")}/${FILE}`, "aggregated"],
  [`AWSLogs/${DAY.replace("CloudTrail", "CloudTrail-Something")}/${FILE}`, "other"],
  [`AWSLogs/${DAY}/`, "folder-marker"],
  ["AWSLogs/", "folder-marker"],
  [`AWSLogs/${DAY.replace("CloudTrail", "Config")}/${FILE}`, "other"],
  [`AWSLogs/${DAY}/deeper/${FILE}`, "other"],
  [`AWSLogs/${DAY.replace("111122223333", "12345")}/${FILE}`, "other"],
  [`AWSLogs/111122223333/CloudTrail/eu-west-1/2024/02/30/${FILE}`, "other"],
  [`AWSLogs/111122223333/CloudTrail/eu-west-1/0000/01/01/${FILE}`, "other"],
  [`notAWSLogs/${DAY}/${FILE}`, "other"],
  ["readme.txt", "other"],
  ["", "other"],
])("%s is %s", (key, kind) => expect(kindOfKey(key)).toBe(kind));
