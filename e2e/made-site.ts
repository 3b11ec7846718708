import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import path from "node:path";
import { makeEvents } from "#scripts/made-events/make-events.ts";
import { createDatabase } from "./create-database.ts";
import { test as base } from "./fixtures.ts";
import { type Site, siteOf } from "./site.ts";
import { freePort, startWeb } from "./web-process.ts";

/**
 * Tests of a site of their own, which nobody else visits: so many events made in SQL, without a worker. It is made once
 * for the file, whose tests must run in one process (`mode: "default"`), and thrown away afterwards.
 */
export function testWithMadeSite(events: number) {
  return base.extend<object, { madeSite: Site }>({
    madeSite: [
      async ({ browserName }, use) => {
        const name = `made_${browserName}_${randomBytes(4).toString("hex")}`;
        const databaseUrl = await createDatabase(siteOf("sample").databaseUrl, name);
        await makeEvents({ databaseUrl, events, records: "short" });
        const folder = await mkdtemp(path.join(process.cwd(), ".test-made-"));
        try {
          const variables = { TRAIL_URLS: `file://${folder}` };
          const web = await startWeb({ databaseUrl, port: await freePort(), logFolder: folder, variables });
          try {
            await use({ url: web.url, databaseUrl });
          } finally {
            await web.child.stop(15_000);
          }
        } finally {
          await rm(folder, { recursive: true, force: true });
        }
      },
      { scope: "worker", timeout: 900_000 },
    ],
    site: ({ madeSite }, use) => use(madeSite),
  });
}
