import fc from "fast-check";
import { expect, test } from "./fixtures.ts";
import {
  addressParams,
  FACET_COLUMNS,
  type Group,
  makePlainTable,
  plainCondition,
  type PlainFilter,
  plainFilters,
  plainGroups,
  vocabulary,
} from "./plain-filter.ts";

type Timeline = { buckets: { success: number; failure: number }[] };
type Page = { events: { eventId: string }[]; nextCursor: string | null; asOf: number };

const RUNS = 200;
const LIMIT = 1000;
const ask = async <Data>(url: string): Promise<Data> => {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${response.status} of ${url}: ${await response.text()}`);
  return (await response.json()) as Data;
};

test(`timeline, facets, table and export agree with plain SQL for ${RUNS} random filters`, async ({ site, query }) => {
  test.setTimeout(900_000);
  await makePlainTable(query);
  const filters = plainFilters(await vocabulary(query));
  let matched = 0;

  const check = async (filter: PlainFilter) => {
    const condition = plainCondition(filter);
    const found = await query(
      `SELECT event_id FROM plain WHERE ${condition} ORDER BY event_time DESC, event_id COLLATE "C" DESC`,
    );
    const ids = found.map((row) => row.event_id);
    matched += ids.length > 0 ? 1 : 0;
    const groups = await plainGroups(query, condition);
    const api = (route: string, more: Record<string, string> = {}) =>
      `${site.url}/api/${route}?${new URLSearchParams([...addressParams(filter), ...Object.entries(more)])}`;

    // The table: whole where it is short, else its beginning, its end and what stands around its middle.
    const first = await ask<Page>(api("events", { limit: String(LIMIT) }));
    const same = (events: Page["events"], expected: (string | null | undefined)[], what: string) =>
      expect(events.map(({ eventId }) => eventId).join("\n") === expected.join("\n"), what).toBe(true);
    same(first.events, ids.slice(0, LIMIT), "the table's beginning");
    expect(first.nextCursor === null, "whether the table goes on").toBe(ids.length <= LIMIT);
    if (first.nextCursor !== null) {
      const last = await ask<Page>(api("events", { limit: String(LIMIT), order: "asc" }));
      same(last.events, ids.slice(-LIMIT).toReversed(), "the table's end");
      const middle = Math.floor(ids.length / 2);
      const around = await ask<Page>(api("events", { limit: "101", around: ids[middle] ?? "" }));
      same(around.events, ids.slice(middle - 50, middle + 51), "the table's middle");
    }

    const asOf = String(first.asOf);
    const of = (outcome: string) => groups.outcome?.find(({ value }) => value === outcome)?.count ?? 0;
    for (const by of ["", "access", "source", "project"]) {
      const { buckets } = await ask<Timeline>(api("timeline", by === "" ? { asOf } : { asOf, by }));
      const sum = (key: "success" | "failure") => buckets.reduce((total, bucket) => total + bucket[key], 0);
      expect([sum("success"), sum("failure")], `timeline by ${by}`).toEqual([of("success"), of("failure")]);
    }

    const ofField = async (field: string) => {
      const { values, total } = await ask<{ values: Group[]; total: number }>(
        api("facets", { field, asOf, limit: String(LIMIT) }),
      );
      const expected = groups[field] ?? [];
      expect(total, `values of ${field}`).toBe(expected.length);
      expect(
        values.map(({ value, count }) => ({ value, count })),
        field,
      ).toEqual(expected.slice(0, LIMIT));
    };
    await Promise.all(Object.keys(FACET_COLUMNS).map(ofField));

    // The counter over the table, as the page has it.
    const html = await (await fetch(`${site.url}/events?${addressParams(filter)}`)).text();
    const [, matching, alone] =
      /([\d,]+) of [\d,]+ events?<|>([\d,]+) events?</.exec(html.replaceAll("<!-- -->", "")) ?? [];
    expect(Number((matching ?? alone)?.replaceAll(",", "")), "the counter").toBe(ids.length);

    const exported = await fetch(api("events/export", { format: "csv", asOf, columns: "event_id" }));
    expect((await exported.text()) === ["event_id", ...ids, ""].join("\r\n"), "the export").toBe(true);
  };

  await fc.assert(fc.asyncProperty(filters, check), {
    numRuns: RUNS,
  });
  // Filters that nothing matches would agree too easily.
  expect(matched).toBeGreaterThan(RUNS / 3);
});
