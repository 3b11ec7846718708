import { createHash } from "node:crypto";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { emptyDatabase } from "#lib/db/testing/empty-database.ts";
import { insertEvents } from "#lib/events/testing/insert-events.ts";
import { GET, HEAD } from "./route.ts";

// Outside of a server there is no request whose connection could be waited for.
vi.mock("next/server", () => ({ connection: () => Promise.resolve() }));

beforeEach(emptyDatabase);

describe("columns", () => {
  const ask = (search: string, method = GET) => method(new Request(`http://localhost/api/events/export?${search}`));

  it("are a CSV's, in the order given, and its manifest's", async () => {
    await insertEvents([{ eventId: "a", action: "CreateProject" }]);
    const answer = await ask("columns=event_name,event_id&bom=1&safe=0");
    expect(answer.headers.get("X-As-Of")).toBe("1");
    expect(answer.headers.get("X-Formula-Guard")).toBe("off");
    const file = new Uint8Array(await answer.arrayBuffer());
    expect(new TextDecoder("utf-8", { ignoreBOM: true }).decode(file)).toBe(
      "\uFEFFevent_name,event_id\r\nCreateProject,a\r\n",
    );
    const manifest = await (await ask("columns=event_name,event_id&bom=1&safe=0&format=manifest")).json();
    expect(manifest).toMatchObject({ rows: 1, bytes: file.byteLength, columns: ["event_name", "event_id"] });
    expect(manifest.sha256).toBe(createHash("sha256").update(file).digest("hex"));
  });

  it.each([
    ["columns=event_id,colour", "columns holds colour, which is no column of the CSV"],
    ["columns=eventId", "columns holds eventId, which is no column of the CSV"],
    ["columns=__proto__", "columns holds __proto__, which is no column of the CSV"],
    ["columns=event_id,event_id", "columns holds event_id twice"],
    ["columns=", "columns holds an empty name"],
    ["columns=event_id&columns=summary", "columns is given twice"],
    ["columns=event_id&format=jsonl", "columns are those of the CSV; JSON lines are whole records"],
    ["columns=event_id&format=manifest&of=jsonl", "columns are those of the CSV; JSON lines are whole records"],
    ["bom=2", "bom must be 0 or 1"],
  ])("are refused by name: %s", async (search, error) => {
    for (const method of [GET, HEAD]) {
      const answer = await ask(search, method);
      expect(answer.status).toBe(400);
      expect((await answer.json()).error).toBe(error);
    }
  });

  it("HEAD has the headers of GET without making anything", async () => {
    await insertEvents([{}]);
    for (const search of ["", "format=jsonl", "safe=0&asOf=0", "columns=summary&bom=1"]) {
      const [head, get] = [await ask(search, HEAD), await ask(search)];
      expect([...head.headers]).toEqual([...get.headers]);
      expect(head.body).toBeNull();
      await get.body?.cancel();
    }
  });
});
