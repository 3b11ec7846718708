import { beforeEach, describe, expect, it } from "vitest";
import { emptyDatabase } from "#lib/db/testing/empty-database.ts";
import { insertEvents } from "#lib/events/testing/insert-events.ts";
import { getOverview } from "./get-overview.ts";

beforeEach(emptyDatabase);

describe("getOverview", () => {
  it("is empty before the first sync", async () => {
    expect(await getOverview()).toMatchObject({
      asOf: 0,
      events: 0,
      projects: 0,
      principals: 0,
      oldestEvent: null,
      newestEvent: null,
      busiestProjects: [],
      latestWrites: [],
      timeline: { buckets: [] },
    });
  });

  it("sums everything up as of a commit", async () => {
    await insertEvents([
      { eventId: "1", eventTime: "2024-01-01T00:00:00Z", project: "111122223333/eu-west-1/web" },
      {
        eventId: "2",
        eventTime: "2024-01-01T00:00:01Z",
        project: "111122223333/eu-west-1/web",
        errorCode: "AccessDenied",
        principal: { key: "AIDABOB", name: "bob" },
      },
      { eventId: "3", eventTime: "2024-02-01T00:00:00Z", project: "111122223333/eu-west-1/api", access: "read" },
    ]);
    await insertEvents([{ eventId: "4", eventTime: "2023-01-01T00:00:00Z" }]);
    const overview = await getOverview({ asOf: 1 });
    expect(overview).toMatchObject({
      asOf: 1,
      events: 3,
      failures: 1,
      writes: 2,
      projects: 2,
      principals: 2,
      oldestEvent: "2024-01-01T00:00:00Z",
      newestEvent: "2024-02-01T00:00:00Z",
      busiestProjects: [
        { id: "web", events: 2, failures: 1 },
        { id: "api", events: 1 },
      ],
      busiestPrincipals: [
        { name: "alice", events: 2 },
        { name: "bob", events: 1, failures: 1 },
      ],
      latestWrites: [{ eventId: "2" }, { eventId: "1" }],
    });
    expect(overview.timeline.buckets.reduce((sum, bucket) => sum + bucket.success + bucket.failure, 0)).toBe(3);
    expect(await getOverview()).toMatchObject({ asOf: 2, events: 4, oldestEvent: "2023-01-01T00:00:00Z" });
  });
});
