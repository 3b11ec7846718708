import { beforeEach, describe, expect, it } from "vitest";
import { DERIVATION_VERSION } from "#lib/codestar/derive-event.ts";
import { pool } from "#lib/db/pool.ts";
import { deriveAgain, isDerivationDue } from "./derive-again.ts";
import { PASS_LOCK } from "./pass-lock.ts";
import { dumpEvents } from "./testing/dump-events.ts";
import { expectSoundDatabase } from "./testing/expect-sound-database.ts";
import { runScript, until } from "./testing/run-script.ts";
import { syncOnce } from "./testing/sync-once.ts";
import { testRecord } from "./testing/test-record.ts";
import { logKey } from "./testing/trail-folder.ts";
import { trailOfEachTest } from "./testing/trail-of-each-test.ts";
import { rollUpAnew } from "./testing/roll-up.ts";

const trail = trailOfEachTest();
beforeEach(async () => {
  const records = Array.from({ length: 30 }, (_, number) =>
    testRecord(`${number}`, {
      eventTime: `2024-05-0${1 + (number % 3)}T1${number % 5}:00:00Z`,
      requestParameters: { id: number % 2 === 0 ? "orchard" : "meadow", text: "\u0000\ud800" },
      errorCode: number % 7 === 0 ? "AccessDenied" : undefined,
    }),
  );
  await trail.putLog(logKey("a"), records);
  await syncOnce([trail.url]);
});

/** As an older version would have left the events: other columns, other projects, other names. */
async function makeOld(): Promise<void> {
  await pool().query(`
    INSERT INTO project (account_id, region, project_id) VALUES ('1', 'nowhere', 'as it was called');
    INSERT INTO principal (key, type, name, named_by_time, named_by_event_id) VALUES ('old', 'Old', 'old', '2020-01-01', 'x');
    UPDATE principal SET name = 'zzz' WHERE key <> 'old';
    UPDATE event SET derivation = 0, summary = 'old', access = 'read', outcome = 'success', resource_arn = 'old',
      principal_ref = (SELECT id FROM principal WHERE key = 'old'),
      project_ref = (SELECT id FROM project WHERE project_id = 'as it was called');
    UPDATE project p SET is_confirmed = EXISTS (SELECT FROM event e WHERE e.project_ref = p.id);`);
  await rollUpAnew();
}

describe("deriveAgain", () => {
  it("makes of old events what this version makes of their records, rollups included", async () => {
    const fresh = await dumpEvents();
    expect(await isDerivationDue()).toBe(false);
    expect(await deriveAgain()).toBe(0);
    await makeOld();
    await expectSoundDatabase();
    expect(await dumpEvents()).not.toEqual(fresh);
    expect(await isDerivationDue()).toBe(true);
    expect(await deriveAgain()).toBe(30);
    expect(await dumpEvents()).toEqual(fresh);
    expect(await isDerivationDue()).toBe(false);
    expect((await pool().query("SELECT FROM project")).rowCount).toBe(2);
  });

  it("can be stopped at any point and goes on from there", async () => {
    const fresh = await dumpEvents();
    await makeOld();
    const stop = new AbortController();
    const first = await deriveAgain({
      batch: 7,
      signal: stop.signal,
      onProgress: (done) => done >= 14 && stop.abort(),
    });
    expect(first).toBe(14);
    await expectSoundDatabase();
    expect(await deriveAgain({ batch: 7 })).toBe(16);
    expect(await dumpEvents()).toEqual(fresh);
  });

  it("keeps an event whose record it wouldn't take now", async () => {
    await pool().query("UPDATE event_record SET record = '{}' WHERE event_id = (SELECT min(event_id) FROM event)");
    await pool().query("UPDATE event SET derivation = 0");
    expect(await deriveAgain()).toBe(30);
    expect((await pool().query("SELECT FROM event WHERE derivation = $1", [DERIVATION_VERSION])).rowCount).toBe(30);
  });

  it("lives on when its idle connection is lost", async () => {
    await makeOld();
    await pool().query(`
      CREATE FUNCTION pause() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(1); RETURN NULL; END $$;
      CREATE TRIGGER pause BEFORE DELETE ON principal FOR EACH STATEMENT EXECUTE FUNCTION pause()`);
    const script = runScript("scripts/derive.ts", [], {});
    const { rows } = await pool().query<{ pid: number }>("SELECT pg_backend_pid() AS pid");
    const active = "FROM pg_stat_activity WHERE datname = current_database() AND wait_event";
    await until(async () => (await pool().query(`SELECT ${active} = 'PgSleep'`)).rowCount === 1, "it cleans up");
    const killed = await pool().query(
      `SELECT pg_terminate_backend(pid) ${active} = 'ClientRead' AND pid <> $1
         AND pid NOT IN (SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND objid = $2)`,
      [rows[0]?.pid, PASS_LOCK],
    );
    expect(killed.rowCount).toBe(1);
    expect(await script.ended).toBe(0);
    expect(script.output()).toContain("30 events derived again in");
    await pool().query("DROP TRIGGER pause ON principal; DROP FUNCTION pause");
  });

  it("is a command, too", async () => {
    await makeOld();
    const script = runScript("scripts/derive.ts", [], {});
    expect(await script.ended).toBe(0);
    expect(script.output()).toContain("30 events derived again in");
  });
});
