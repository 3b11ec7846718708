import { once } from "node:events";
import { createServer, get, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { emptyDatabase } from "#lib/db/testing/empty-database.ts";
import { queryRows } from "#lib/db/testing/query-rows.ts";
import { insertEvents } from "#lib/events/testing/insert-events.ts";
import { GET } from "./route.ts";

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
