import { beforeAll, describe, expect, it } from "vitest";
import { emptyDatabase } from "#lib/db/testing/empty-database.ts";
import { parseEventFilter } from "#lib/events/filter.ts";
import { insertEvents } from "#lib/events/testing/insert-events.ts";
import { eventCountsSql, type EventCountsOptions } from "./event-counts-sql.ts";

beforeAll(async () => {
  await emptyDatabase();
  await insertEvents([{ project: "111122223333/eu-west-1/web" }]);
});

/** That the rollups count rightly is rollups.db.test.ts's and event-timeline.db.test.ts's matter. */
async function rollupOf(search: string, options: Partial<EventCountsOptions> = {}): Promise<string | null> {
  const { filter } = parseEventFilter(new URLSearchParams(search));
  const { sql } = await eventCountsSql(filter, { asOf: 1, now: new Date(), timeStep: "none", ...options });
  return /rollup_\w+/.exec(sql.sql)?.[0] ?? null;
}

describe("eventCountsSql", () => {
  it("counts from the smallest rollup that has the answer", async () => {
    expect(await rollupOf("")).toBe("rollup_action");
    expect(await rollupOf("action=Create*&outcome=failure&account=1&error=!*")).toBe("rollup_action");
    expect(await rollupOf("access=write", { groupBy: "source_ip" })).toBe("rollup_value");
    expect(await rollupOf("ip=192.0.2.1")).toBe("rollup_value");
    expect(await rollupOf("principal=AIDAALICE", { groupBy: "access_key_id" })).toBe("rollup_value");
    expect(await rollupOf("project=web&action=Create*", { groupBy: "subject_arn" })).toBe("rollup_value");
    expect(await rollupOf("project=web&action=Create*")).toBe("rollup_total");
    expect(await rollupOf("project=web&access=write")).toBe("rollup_total");
    expect(await rollupOf("project=!web", { groupBy: "principal_ref" })).toBe("rollup_total");
    expect(await rollupOf("principal=AIDAALICE&region=eu-west-1", { groupBy: "action_ref" })).toBe("rollup_total");
    expect(await rollupOf("action=Create*", { principalRef: 1 })).toBe("rollup_total");
  });

  it("counts by day or hour from one that tells them apart", async () => {
    expect(await rollupOf("", { timeStep: "day" })).toBe("rollup_day_place");
    expect(await rollupOf("account=1&from=2024-01-01T00:30:00Z")).toBe("rollup_day_place");
    expect(await rollupOf("", { timeStep: "hour" })).toBe("rollup_hour");
    expect(await rollupOf("action=Create*&from=2024-01-01T00:30:00Z")).toBe("rollup_hour");
    expect(await rollupOf("", { timeStep: "hour", groupBy: "action_ref" })).toBe("rollup_hour");
    expect(await rollupOf("project=!web", { timeStep: "day" })).toBe("rollup_day_project");
    expect(await rollupOf("", { timeStep: "day", groupBy: "project_ref" })).toBe("rollup_day_project");
    expect(await rollupOf("outcome=success", { principalRef: 1, timeStep: "day" })).toBe("rollup_day_principal");
    expect(await rollupOf("principal=AIDAALICE", { timeStep: "day" })).toBe("rollup_day_principal");
  });

  it("counts the events themselves where none has", async () => {
    expect(await rollupOf("", { timeStep: "exact" })).toBeNull();
    expect(await rollupOf("", { newerThan: 0 })).toBeNull();
    expect(await rollupOf("related=include")).toBeNull();
    expect(await rollupOf("from=2024-01-01T00:10:00Z&to=2024-01-01T00:50:00Z")).toBeNull();
    expect(await rollupOf("project=web", { timeStep: "hour" })).toBeNull();
    expect(await rollupOf("ip=192.0.2.1", { groupBy: "action_ref" })).toBeNull();
    expect(await rollupOf("ip=192.0.2.1", { timeStep: "day" })).toBeNull();
    // By name: what events say of their principal is in no rollup.
    expect(await rollupOf("principal=alice")).toBeNull();
    expect(await rollupOf("q=web")).toBeNull();
    expect(await rollupOf("mfa=true")).toBeNull();
  });
});
