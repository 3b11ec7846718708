import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { parseEventFilter, type EventFilter } from "#lib/events/filter.ts";
import { valueFilter } from "#components/events/edit-filter.ts";
import { curlCommand, exportAddress, withAbsoluteTimes, type ExportChoice } from "./export-address.ts";

const filterOf = (search: string): EventFilter => parseEventFilter(new URLSearchParams(search)).filter;
const choice: ExportChoice = { kind: "spreadsheet", order: "desc" };

describe("exportAddress", () => {
  it.each<[ExportChoice, string]>([
    [choice, "project=web&format=csv&bom=1&asOf=7"],
    [{ kind: "csv", order: "asc" }, "project=web&format=csv&safe=0&order=asc&asOf=7"],
    [{ kind: "jsonl", order: "desc", columns: ["event_id"] }, "project=web&format=jsonl&asOf=7"],
    [
      { kind: "csv", order: "desc", columns: ["summary", "event_id"] },
      "project=web&format=csv&safe=0&columns=summary,event_id&asOf=7",
    ],
  ])("says no more than it must: %j", (chosen, search) => {
    expect(exportAddress(filterOf("project=web"), 7, chosen)).toBe(`/api/events/export?${search}`);
  });

  it("differs from its manifest's by the format alone", () => {
    const [file, manifest] = [false, true].map(
      (isManifest) => new URL(exportAddress(filterOf("q=a%2Cb"), 7, choice, isManifest), "http://x").searchParams,
    );
    expect(manifest?.get("of")).toBe(file?.get("format"));
    expect(manifest?.get("format")).toBe("manifest");
    manifest?.delete("of");
    manifest?.set("format", "csv");
    expect(new Map(manifest)).toEqual(new Map(file));
  });

  it("has times that stay where they are", () => {
    const now = new Date("2024-01-08T12:00:00Z");
    expect(withAbsoluteTimes(filterOf("from=-7d&action=x"), now)).toEqual(
      filterOf("from=2024-01-01T12:00:00.000Z&action=x"),
    );
    expect(withAbsoluteTimes(filterOf("action=x"), now)).toEqual(filterOf("action=x"));
  });
});

describe("curlCommand", () => {
  it.each([
    "plain",
    "it's",
    "'; touch pwned; '",
    "$(touch pwned) `id` $HOME",
    "a&b=c#d?e+f g,h",
    "!x",
    "a*b",
    "\\",
    "{a,b}[1-9]",
    "\u001b[201~\n\tid\r",
    "\u202eé🌱",
  ])("brings the filter for %j through a shell to curl", (value) => {
    const filter = valueFilter("agent", value);
    const fileName = `-${value.replaceAll("\n", "")}.csv`;
    const command = curlCommand("http://[::1]:3000", exportAddress(filter, 7, choice), fileName);
    const recorder = String.raw`curl() { for word in "$@"; do printf '%s\0' "$word"; done; }`;
    const [fail, glob, output, name, url, ...rest] = execFileSync("sh", ["-c", `${recorder}; ${command}`])
      .toString()
      .split("\0");
    expect([fail, glob, output, name, ...rest]).toEqual(["--fail", "--globoff", "-o", fileName, ""]);
    const { origin, pathname, searchParams } = new URL(url ?? "");
    expect(origin + pathname).toBe("http://[::1]:3000/api/events/export");
    expect(parseEventFilter(searchParams, ["format", "bom", "asOf"])).toEqual({ filter, problems: [] });
  });
});
