import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, it } from "vitest";
import { jqPath } from "./jq-path.ts";
import { reproduceCommand } from "./reproduce-command.ts";
import { shellWord } from "./shell-word.ts";

const folder = mkdtempSync(path.join(tmpdir(), "reproduce-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const bin = path.join(folder, "bin");
mkdirSync(bin);
/** Answers `aws s3 cp s3://… -` with the file of that name below the folder, and nothing else. */
const stub = `#!/bin/sh
[ "$1 $2 $4 $#" = "s3 cp - 4" ] || { echo "unlike aws s3 cp: $*" >&2; exit 9; }
cat "${folder}/\${3#s3://}"
`;
writeFileSync(path.join(bin, "aws"), stub);
chmodSync(path.join(bin, "aws"), 0o755);
const hasJq = spawnSync("jq", ["--version"]).status === 0;
// Without jq the last word is looked at: the program that it would have been given.
if (!hasJq) {
  writeFileSync(path.join(bin, "jq"), `#!/bin/sh\ncat >/dev/null\nprintf '%s' "$1"\n`);
  chmodSync(path.join(bin, "jq"), 0o755);
}

const HOSTILE = [
  "plain",
  "it's",
  `"double" and \\ back`,
  "$(touch pwned) `touch pwned` ${HOME} $HOME",
  "; touch pwned & | > pwned",
  "-rf --help",
  "line\nfeed",
  "ends in line feeds\n\n",
  "\r\ttab \u001b[31mred\u001b[201~\ntouch pwned\n",
  "\u2028 \u2029 \u202e\u200b",
  "émile 🚀 \u{e0041}",
  "\\(1+1) \\u0041 %s %b \\0101",
  "*?[a-z]{a,b}~",
  "!!event #comment",
];

function sh(command: string): { out: string; error: string } {
  const cwd = path.join(folder, "cwd");
  mkdirSync(cwd, { recursive: true });
  const env = { ...process.env, PATH: `${bin}:${process.env["PATH"] ?? ""}` };
  const { stdout, stderr } = spawnSync("sh", ["-c", command], { encoding: "utf8", cwd, env });
  expect(spawnSync("ls", { cwd, encoding: "utf8" }).stdout, "a value ran as a command").toBe("");
  return { out: stdout, error: stderr };
}

function put(name: string, content: string | Uint8Array): void {
  const place = path.join(folder, name);
  mkdirSync(path.dirname(place), { recursive: true });
  writeFileSync(place, content);
}

describe("shellWord", () => {
  it.each(HOSTILE)("is one word of sh with nothing lost and nothing run: %j", (text) => {
    expect(sh(`printf '%s|' ${shellWord(text)}`)).toEqual({ out: `${text}|`, error: "" });
  });

  it("leaves no character in the line that a terminal would obey, but the line feeds at a text's end", () => {
    for (const text of HOSTILE) expect(shellWord(text).replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
  });
});

describe.each([
  ["s3://bucket", "bucket/"],
  ["s3://bucket/prefix", "bucket/"],
  [pathToFileURL(path.join(folder, "a 'copy' of it")).href, "a 'copy' of it/"],
])("the line for a trail at %s", (trailUrl, place) => {
  const records: { eventID?: string; eventName: string }[] = [
    ...HOSTILE.map((value, index) => ({ eventID: `${value} ${index}`, eventName: value })),
    { eventName: "no id" },
    { eventID: "", eventName: "an empty id" },
    { eventID: "nul \0", eventName: "an id with a NUL" },
    { eventID: "twice", eventName: "first" },
    { eventID: "twice", eventName: "second" },
  ];
  const text = JSON.stringify({ Records: records });

  it.each(["AWSLogs/it's $(touch pwned)/file.json.gz", "AWSLogs/line\nfeed \u202e/plain.json"])(
    "prints exactly each record out of %j",
    (key) => {
      put(`${place}${key}`, key.endsWith(".gz") ? gzipSync(text) : text);
      for (const [position, record] of records.entries()) {
        const conflicts = record.eventID === "twice" ? [{ trailUrl, key }] : [];
        const event = { trailUrl, logFile: key, position, record: JSON.stringify(record), conflicts };
        const { out, error } = sh(reproduceCommand(event) ?? "");
        expect(error).toBe("");
        if (hasJq) expect(JSON.parse(out)).toEqual(record);
        else expect(out).toMatch(/^\.Records\[/);
      }
    },
  );

  it("isn't there when nothing tells which record it is", () => {
    const event = { trailUrl, logFile: "a.json.gz", position: null, record: "{}", conflicts: [] };
    expect(reproduceCommand(event)).toBeNull();
  });
});

describe("jqPath", () => {
  it.each([
    [[], "."],
    [["userIdentity", "arn"], ".userIdentity.arn"],
    [["resources", 0, "ARN"], ".resources[0].ARN"],
    [["a b", "1st", "x.y"], `.["a b"]["1st"]["x.y"]`],
    [[`it's "\\(1)"`], String.raw`.["it's \"\\(1)\""]`],
    [["\u2028\u202e"], String.raw`.["\u2028\u202e"]`],
  ])("writes %j as %s", (steps, expected) => {
    expect(jqPath(steps)).toBe(expected);
  });

  it.runIf(hasJq)("leads jq to the value", () => {
    for (const name of HOSTILE) {
      const json = JSON.stringify({ [name]: [{ x: name }] });
      put("value.json", json);
      const { out } = sh(`jq ${shellWord(jqPath([name, 0, "x"]))} ${shellWord(path.join(folder, "value.json"))}`);
      expect(JSON.parse(out)).toBe(name);
    }
  });
});
