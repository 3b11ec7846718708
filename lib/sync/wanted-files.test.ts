import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { logKey } from "./testing/trail-folder.ts";
import { wantedFiles } from "./wanted-files.ts";

const TRAILS = ["s3://plain", "s3://team/p/q/", "s3://team//p/q/AWSLogs", "file:///copy"];
const KEY = logKey("a");

describe("wantedFiles", () => {
  it.each<[string, string, string[]]>([
    ["plain", KEY, ["s3://plain"]],
    ["plain", `any/folder with ü+%/${KEY}`, ["s3://plain"]],
    ["team", `p/q/${KEY}`, ["s3://team/p/q", "s3://team/p/q/AWSLogs"]],
    ["team", `p/q/o-ab12/${KEY}`, ["s3://team/p/q"]],
    ["team", KEY, []],
    ["team", `p/qq/${KEY}`, []],
    ["team", `p/${KEY}`, []],
    ["team", `/p/q/${KEY}`, []],
    ["another", KEY, []],
    ["", KEY, []],
    ["copy", KEY, []],
    ["plain", "", []],
    ["plain", `../${KEY}`, []],
    ["team", `p/q/../../${KEY}`, []],
    ["plain", `./${KEY}`, []],
    ["plain", `${KEY}\0`, []],
    ["plain", `a\nb/${KEY}`, []],
    ["plain", `\ud800/${KEY}`, []],
    ["plain", `${"x".repeat(1_000)}/${KEY}`, []],
    ["plain", KEY.replace("CloudTrail/", "CloudTrail-Digest/"), []],
    ["plain", KEY.replace("CloudTrail/", "CloudTrail-Insight/"), []],
    ["plain", KEY.replace("2024/05/01", "2024/13/01"), []],
    ["plain", `${KEY}/`, []],
    ["plain", "photos/cat.jpg", []],
  ])("%s %j", (bucket, key, urls) => {
    const wanted = wantedFiles([{ bucket, key }], TRAILS);
    expect(wanted).toEqual(urls.map((url) => ({ url, key })));
  });

  it("names a file once, however often a message does", () => {
    const file = { bucket: "plain", key: KEY };
    expect(wantedFiles([file, file], ["s3://plain", "s3://plain/"])).toEqual([{ url: "s3://plain", key: KEY }]);
  });

  it("lets nothing through that doesn't begin with a trail's prefix", () => {
    const part = fc.constantFrom("p/q/", "p", "/", "..", ".", "%2e", "team", KEY, "AWSLogs/", "\\", "\0", "é");
    fc.assert(
      fc.property(fc.constantFrom("plain", "team", "x"), fc.array(part, { maxLength: 6 }), (bucket, parts) => {
        const key = parts.join("");
        for (const wanted of wantedFiles([{ bucket, key }], TRAILS)) {
          expect(`s3://${bucket}/${key}`.startsWith(`${wanted.url}/`)).toBe(true);
          expect(key.split("/")).not.toContain("..");
        }
      }),
      { numRuns: 1_000 },
    );
  });
});
