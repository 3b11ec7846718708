import { test as base, expect } from "@playwright/test";
import pg from "pg";
import { siteOf, type Site, type SiteName } from "./site.ts";

export { expect };

type Options = {
  siteName: SiteName;
  /** Console errors that a test brings about on purpose. */
  expectedErrors: RegExp[];
};
type Row = Record<string, string | null>;
type Fixtures = {
  site: Site;
  /** Rows of the site's own database, every value as Postgres writes it. */
  query: (sql: string, values?: unknown[]) => Promise<Row[]>;
};

/** A test of a running site, in which any error on the console and any uncaught exception of a page fails the test. */
export const test = base.extend<Options & Fixtures>({
  siteName: ["sample", { option: true }],
  expectedErrors: [[], { option: true }],
  site: ({ siteName }, use) => use(siteOf(siteName)),
  baseURL: ({ site }, use) => use(site.url),
  context: async ({ context, expectedErrors }, use) => {
    const errors = new Set<string>();
    context.on("console", (message) => {
      if (message.type() === "error") errors.add(`${message.text()} (${message.location().url})`);
    });
    context.on("weberror", (webError) => errors.add(`${String(webError.error())} (${webError.page()?.url()})`));
    await use(context);
    expect([...errors].filter((error) => !expectedErrors.some((expected) => expected.test(error)))).toEqual([]);
  },
  query: async ({ site }, use) => {
    const client = new pg.Client({ connectionString: site.databaseUrl });
    await client.connect();
    // What pages show unless they are asked for more.
    await client.query("CREATE TEMP VIEW shown_event AS SELECT * FROM event WHERE NOT is_related");
    const types = { getTypeParser: () => (text: string) => text };
    await use(async (text, values) => (await client.query<Row>({ text, values, types })).rows);
    await client.end();
  },
});
