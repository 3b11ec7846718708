import { describe, expect, it } from "vitest";
import { pool } from "#lib/db/pool.ts";
import { runScript } from "./testing/run-script.ts";
import { syncOnce } from "./testing/sync-once.ts";
import { testRecord } from "./testing/test-record.ts";
import { logKey } from "./testing/trail-folder.ts";
import { trailOfEachTest } from "./testing/trail-of-each-test.ts";

const trail = trailOfEachTest();

describe("several trails", () => {
  it("one that can't be listed fails with its sentence, the others go on", async () => {
    await trail.putLog(logKey("a"), [testRecord("1")]);
    const summary = await syncOnce(["file:///nowhere/at/all", trail.url]);
    expect(summary).toMatchObject({ state: "partial", filesIngested: 1 });
    expect(summary.problems).toEqual([
      {
        url: "file:///nowhere/at/all",
        isError: true,
        sentence: "The folder /nowhere/at/all doesn't exist; check TRAIL_URLS.",
      },
    ]);
    const { rows } = await pool().query("SELECT state, error FROM sync_run_trail ORDER BY trail_id");
    expect(rows).toEqual([
      { state: "failed", error: expect.stringContaining("doesn't exist") },
      { state: "complete", error: null },
    ]);
    expect((await pool().query("SELECT state, error FROM sync_run")).rows).toEqual([
      { state: "partial", error: expect.stringContaining("doesn't exist") },
    ]);
  });

  it("the command says by exit code and JSON whether some, all or none of them failed", async () => {
    await trail.putLog("full/" + logKey("a"), [testRecord("1")]);
    const missing = `${trail.url}/missing`;
    await trail.put("empty/x/keep", "");
    await trail.remove("empty/x/keep");
    const run = async (...urls: string[]) => {
      const script = runScript("scripts/sync.ts", ["--json"], { TRAIL_URLS: urls.join(" "), EVENT_SOURCES: "" });
      const code = await script.ended;
      const line = script
        .output()
        .split("\n")
        .find((text) => text.startsWith("{"));
      return {
        code,
        output: script.output(),
        keys: JSON.parse(line ?? "").failures.map(({ key }: { key: string }) => key),
      };
    };
    expect(await run(missing)).toMatchObject({ code: 1, keys: [missing] });
    expect(await run(missing, `${trail.url}/full`)).toMatchObject({ code: 2, keys: [missing] });
    const nothing = expect.stringContaining(`Note on ${trail.url}/empty: Nothing lies under`);
    expect(await run(`${trail.url}/empty`)).toMatchObject({ code: 0, keys: [], output: nothing });
  });

  it("an empty one says so", async () => {
    const summary = await syncOnce([trail.url]);
    expect(summary).toMatchObject({
      state: "complete",
      problems: [{ isError: false, sentence: expect.stringContaining("Nothing lies under") }],
    });
  });
});
