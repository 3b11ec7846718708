import { beforeAll, describe, expect, it } from "vitest";
import { emptyDatabase } from "#lib/db/testing/empty-database.ts";
import { insertEvents } from "#lib/events/testing/insert-events.ts";
import { parseFindingsAddress } from "#lib/findings/parse-findings-address.ts";
import { countAllFindings } from "./count-all-findings.ts";
import { countFindings } from "./count-findings.ts";
import { listFindings } from "./list-findings.ts";

const asked = (address = "") => parseFindingsAddress(new URLSearchParams(address));
const keys = async (address: string) =>
  (await listFindings("kept-stack", asked(address))).findings.map(({ key }) => key);

beforeAll(async () => {
  await emptyDatabase();
  const deletion = { action: "DeleteProject", deleteStack: false };
  const sameTime = "2024-01-02T00:00:00Z";
  await insertEvents([
    { ...deletion, eventId: "a", eventTime: "2024-01-01T00:00:00Z", project: "111122223333/eu-west-1/web" },
    { ...deletion, eventId: "b", eventTime: sameTime, project: "111122223333/eu-west-1/shop" },
    {
      ...deletion,
      eventId: "B",
      eventTime: sameTime,
      project: "444455556666/eu-west-1/web",
      principal: { key: "AIDABOB", name: "bob" },
    },
  ]);
  await insertEvents([
    { ...deletion, eventId: "c", eventTime: "2024-01-01T12:00:00.000001Z", project: "111122223333/eu-west-1/web-2" },
  ]);
});

describe("listFindings", () => {
  it.each([
    ["", ["b", "B", "c", "a"]],
    ["project=web", ["B", "a"]],
    ["project=111122223333/eu-west-1/*", ["b", "c", "a"]],
    ["project=!web*", ["b"]],
    ["principal=bob", ["B"]],
    ["principal=AIDABOB&project=shop", []],
    ["from=2024-01-01T12:00:00Z&to=2024-01-02", ["c"]],
    ["project=%' OR true --", []],
  ])("narrows by %j", async (address, found) => {
    expect(await keys(address)).toEqual(found);
    expect(await countFindings("kept-stack", asked(address))).toBe(found.length);
  });

  it("gives pages that meet, also within a moment, and don't move", async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    for (let page = 0; page < 5; page++) {
      const { findings, nextCursor, total } = await listFindings("kept-stack", { ...asked(), limit: 1, cursor });
      expect(total).toBe(4);
      seen.push(...findings.map(({ key }) => key));
      if (nextCursor === null) break;
      cursor = nextCursor;
    }
    expect(seen).toEqual(["b", "B", "c", "a"]);
    await expect(listFindings("kept-stack", { ...asked(), cursor: "eyJ9" })).rejects.toThrow("cursor");
    await expect(listFindings("kept-stack", { ...asked(), cursor, asOf: 1 })).rejects.toThrow("asOf");
  });

  it("answers as of a commit", async () => {
    const { findings, asOf, span } = await listFindings("kept-stack", { ...asked(), asOf: 1 });
    expect(findings.map(({ key }) => key)).toEqual(["b", "B", "a"]);
    expect([asOf, span]).toEqual([1, { from: "2024-01-01T00:00:00Z", to: "2024-01-02T00:00:00Z" }]);
    await expect(listFindings("kept-stack", { ...asked(), asOf: 9 })).rejects.toThrow("asOf");
  });
});

describe("countAllFindings", () => {
  it("counts every kind under the same filter", async () => {
    const { counts, asOf } = await countAllFindings(asked("project=web*"));
    expect(asOf).toBe(2);
    expect(counts.filter(({ total }) => total > 0)).toEqual([
      { kind: "first-on-project", title: "First time on a project", total: 3 },
      { kind: "kept-stack", title: "Stacks kept on deletion", total: 3 },
    ]);
  });
});
