import { createHash } from "node:crypto";
import { once } from "node:events";
import { createServer, get, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { emptyDatabase } from "#lib/db/testing/empty-database.ts";
import { queryRows } from "#lib/db/testing/query-rows.ts";
import { insertEvents } from "#lib/events/testing/insert-events.ts";
import { GET, HEAD } from "./route.ts";

// Outside of a server there is no request whose connection could be waited for.
vi.mock("next/server", () => ({ connection: () => Promise.resolve() }));

beforeEach(emptyDatabase);

describe("an export", () => {
  it.each(["csv", "jsonl"])("as %s that the database breaks off never looks complete", async (format) => {
    await insertEvents([{ record: JSON.stringify({ filler: "x".repeat(100_000) }), summary: "x".repeat(100_000) }]);
    await queryRows(
      `INSERT INTO event SELECT (jsonb_populate_record(e, jsonb_build_object('event_id', 'copy-' || n))).*
       FROM event e, generate_series(1, 400) AS n`,
    );
    await queryRows(
      "INSERT INTO event_record SELECT 'copy-' || n, record FROM event_record, generate_series(1, 400) AS n",
    );
    const send = async (to: ServerResponse) => {
      const { status, headers, body } = await GET(new Request(`http://localhost/api/events/export?format=${format}`));
      to.writeHead(status, Object.fromEntries(headers));
      if (body) await pipeline(Readable.fromWeb(body as never), to).catch(() => undefined);
    };
    const server = createServer((_, answer) => void send(answer)).listen(0, "127.0.0.1");
    await once(server, "listening");
    try {
      const asked = get({ port: (server.address() as AddressInfo).port, host: "127.0.0.1" });
      const [answer] = (await once(asked, "response")) as [IncomingMessage];
      expect(answer.statusCode).toBe(200);
      await once(answer, "readable");
      await queryRows(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE datname = current_database() AND pid <> pg_backend_pid() AND xact_start IS NOT NULL`,
      );
      await expect(answer.toArray()).rejects.toThrow("aborted");
      expect(answer.complete).toBe(false);
    } finally {
      server.close();
    }
  });
});

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
