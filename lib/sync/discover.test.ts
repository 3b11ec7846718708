import { describe, expect, it } from "vitest";
import { discover } from "./discover.ts";
import { trailAddress } from "./trail-address.ts";
import type { ListedFile, TrailSource } from "./trail-source.ts";

const file = (key: string): ListedFile => ({
  key,
  etag: "1",
  sizeBytes: 1,
  storageClass: null,
  lastModified: null,
  isRestored: false,
  refusal: null,
});

/** A bucket in memory that counts its listings. */
function bucket(keys: string[], prefix = "") {
  const calls: string[] = [];
  const source: TrailSource = {
    url: "s3://b",
    address: trailAddress("s3://b"),
    prefix,
    isLocal: false,
    concurrency: 1,
    async *list(under) {
      calls.push(`list ${under}`);
      const found = keys.filter((key) => key.startsWith(under));
      for (let at = 0; at < found.length || at === 0; at += 2) yield found.slice(at, at + 2).map(file);
    },
    folders: async (under) => {
      calls.push(`folders ${under}`);
      const inside = keys.filter((key) => key.startsWith(under)).map((key) => key.slice(under.length));
      return {
        folders: [
          ...new Set(inside.filter((rest) => rest.includes("/")).map((rest) => `${under}${rest.split("/")[0]}/`)),
        ],
        files: inside.filter((rest) => !rest.includes("/")).map((rest) => file(`${under}${rest}`)),
      };
    },
    async *open() {},
    note: () => undefined,
    restoreHint: () => "",
  };
  return { source, calls };
}

async function keysOf(source: TrailSource, window: { from: string; to: string } | null, roots?: string[]) {
  const keys: string[] = [];
  for await (const page of discover(source, { window, roots })) keys.push(...page.map(({ key }) => key));
  return keys.toSorted();
}

const A = "111122223333";
const B = "444455556666";
const log = (root: string, account: string, day: string, region = "us-east-1") =>
  `${root}${account}/CloudTrail/${region}/${day}/${account}_CloudTrail_${region}_x.json.gz`;
const window = { from: "2024-05-01", to: "2024-05-03" };

describe("discover without a window", () => {
  it("sees every key once, whatever its path", async () => {
    const keys = [
      "readme.txt",
      "AWSLogs/",
      `AWSLogs/${A}/`,
      log("AWSLogs/", A, "2024/05/01"),
      log("AWSLogs/o-ab12/", B, "2023/01/01"),
      log("o-ab12/AWSLogs/", B, "2022/01/01"),
      log("o-ab12/AWSLogs/o-ab12/", B, "2022/01/01"),
      log("deep/er/and/deeper/still/AWSLogs/", A, "2022/01/01"),
      log("double//AWSLogs/", A, "2022/01/01"),
      `AWSLogs/${A}/CloudTrail-Digest/us-east-1/2024/05/01/x.json.gz`,
      "AWSLogs/CloudTrail-Insight/x.json.gz",
      `AWSLogs/${A}/CloudTrail/us-east-1/stray.txt`,
      `AWSLogs/${A}/CloudTrail/stray.txt`,
      "other/thing",
    ];
    expect(await keysOf(bucket(keys).source, null)).toEqual(keys.toSorted());
  });

  it("lists accounts and regions apart, so that they can go side by side", async () => {
    const { source, calls } = bucket([log("AWSLogs/", A, "2024/05/01"), log("AWSLogs/", A, "2024/05/01", "eu-west-1")]);
    await keysOf(source, null);
    expect(calls).toContain(`list AWSLogs/${A}/CloudTrail/us-east-1/`);
    expect(calls).toContain(`list AWSLogs/${A}/CloudTrail/eu-west-1/`);
  });
});

describe("discover with a window", () => {
  const inside = [
    log("AWSLogs/", A, "2024/05/01"),
    log("AWSLogs/", A, "2024/05/03", "eu-west-1"),
    log("AWSLogs/o-ab12/", B, "2024/05/02"),
    log("o-ab12/AWSLogs/", B, "2024/05/02"),
    log("o-ab12/AWSLogs/o-ab12/", B, "2024/05/02"),
    log("team/x/AWSLogs/", A, "2024/05/02"),
    log("double//AWSLogs/", A, "2024/05/02"),
  ];
  const outside = inside.map((key) => key.replace("2024/05/", "2024/04/"));

  it("finds every layout in one bucket, and only the window's days", async () => {
    expect(await keysOf(bucket([...inside, ...outside]).source, window)).toEqual(inside.toSorted());
  });

  it("looks years, months and days up when the window is long", async () => {
    const { source, calls } = bucket([...inside, ...outside, log("AWSLogs/", A, "2021/05/01")]);
    expect(await keysOf(source, { from: "2024-04-02", to: "2024-05-31" })).toEqual(
      [...inside.slice(1), ...outside.slice(1), inside[0]!].filter((key) => !key.includes("2024/04/01")).toSorted(),
    );
    expect(calls.filter((call) => call.includes("/2021/"))).toEqual([]);
  });

  it.each([
    ["", inside[0]!],
    ["AWSLogs/", inside[0]!],
    [`AWSLogs/${A}/`, inside[0]!],
    [`AWSLogs/${A}/CloudTrail/`, inside[0]!],
    [`AWSLogs/${A}/CloudTrail/us-east-1/`, inside[0]!],
    [`AWSLogs/${A}/CloudTrail/us-east-1/2024/`, inside[0]!],
    [`AWSLogs/${A}/CloudTrail/us-east-1/2024/05/`, inside[0]!],
    [`AWSLogs/${A}/CloudTrail/us-east-1/2024/05/01/`, inside[0]!],
    ["o-ab12/", inside[3]!],
    ["o-ab12/AWSLogs/o-ab12/", inside[4]!],
    ["team/", inside[5]!],
    ["double/", inside[6]!],
  ])("starts at any prefix: %s", async (prefix, expected) => {
    for (const days of [window, { from: "2024-01-01", to: "2024-06-30" }]) {
      const keys = [...inside, ...outside];
      const found = await keysOf(bucket(keys, prefix).source, days);
      expect(found).toContain(expected);
      expect(new Set(found).size).toBe(found.length);
    }
  });

  it("costs list calls in proportion to the window's folders, not to the bucket's", async () => {
    const years = Array.from({ length: 300 }, (_, day) =>
      log("AWSLogs/", A, `2023/${String(1 + (day % 12)).padStart(2, "0")}/${String(1 + (day % 28)).padStart(2, "0")}`),
    );
    const { source, calls } = bucket([...years, inside[0]!]);
    await keysOf(source, window);
    expect(calls.length).toBeLessThanOrEqual(4 + 3);
  });

  it("looks into deep folders that a full pass found", async () => {
    const deep = log("a/b/c/d/e/AWSLogs/", A, "2024/05/02");
    expect(await keysOf(bucket([deep]).source, window)).toEqual([]);
    expect(await keysOf(bucket([deep]).source, window, ["a/b/c/d/e/"])).toEqual([deep]);
  });

  it("doesn't wander through folders that are no logs'", async () => {
    const { source, calls } = bucket([inside[0]!, ...Array.from({ length: 50 }, (_, n) => `AWSLogs/elb/${n}/x`)]);
    await keysOf(source, window);
    expect(calls.filter((call) => call.includes("elb"))).toEqual([]);
  });
});
