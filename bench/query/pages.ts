import { createHash } from "node:crypto";
import { figureOf, type Figure } from "#bench/figures/figure.ts";
import { median } from "#bench/figures/median.ts";
import { literalSql } from "#lib/db/literal-sql.ts";
import type { Prisma } from "#lib/db/prisma.ts";
import { getEvent } from "#lib/events/queries/get-event.ts";
import { listEvents } from "#lib/events/queries/list-events.ts";
import { filterOf } from "./filter-of.ts";
import type { QueryBench, Scenario } from "./query-bench.ts";
import { recorded } from "./recorded.ts";

/** So many different ones of each kind: a ninety-fifth percentile needs some. */
const PAGES = 40;
const LONGEST_MS = 15;
const MOST_TIMES = 1.5;

type Page = { name: string; open: (no: number) => Promise<() => Promise<unknown>> };

/** Pages of the list and single events, each in another place: as one asks for them, and the same SQL in psql. */
export const pages: Scenario = async (bench) => {
  const figures: Figure[] = [];
  for (const page of pagesOf(bench)) figures.push(...(await measured(page, bench)));
  return figures;
};

function pagesOf({ events, busiest }: QueryBench): Page[] {
  // As makeEvents calls the events.
  const eventId = (no: number) => {
    const at = 1 + Math.floor(((no + 0.5) * events) / PAGES);
    return createHash("md5")
      .update(`event ${at}`)
      .digest("hex")
      .replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
  };
  const first = (values: Record<string, string>): Page["open"] => {
    const filter = filterOf(values);
    return () => Promise.resolve(() => listEvents({ filter }));
  };
  const next = (values: Record<string, string>): Page["open"] => {
    const filter = filterOf(values);
    return async (no) => {
      const { nextCursor } = await listEvents({ filter, around: eventId(no) });
      return () => listEvents({ filter, cursor: nextCursor ?? undefined });
    };
  };
  return [
    { name: "first page", open: first({}) },
    { name: "next page", open: next({}) },
    {
      name: "page around an event",
      open: (no) => Promise.resolve(() => listEvents({ filter: filterOf({}), around: eventId(no) })),
    },
    { name: "one event", open: (no) => Promise.resolve(() => getEvent(eventId(no))) },
    { name: "first page, busiest project", open: first({ project: busiest.project }) },
    { name: "next page, busiest project", open: next({ project: busiest.project }) },
    { name: "next page, busiest principal", open: next({ principal: busiest.principal }) },
    { name: "first page, rarest principal", open: first({ principal: busiest.rarePrincipal }) },
    { name: "next page, failures", open: next({ outcome: "failure" }) },
    { name: "next page, one account", open: next({ account: busiest.account }) },
    { name: "next page, busiest address", open: next({ ip: busiest.ip }) },
    { name: "first page, rarest key", open: first({ key: busiest.rareKey }) },
    { name: "first page, one error of one action", open: first({ error: busiest.error, action: busiest.action }) },
  ];
}

async function measured({ name, open }: Page, { client, psql, signal }: QueryBench): Promise<Figure[]> {
  const ours: number[] = [];
  const theirs: number[] = [];
  const inDatabase: number[] = [];
  for (let no = 0; no < PAGES; no++) {
    signal.throwIfAborted();
    const ask = await open(no);
    // Once before, for what comes from the disk and what to ask psql.
    const { statements } = await recorded(ask);
    const texts = statements.map(literalSql);
    await psql.run(texts);
    ours.push((await recorded(ask)).elapsedMs);
    theirs.push(await psql.run(texts));
    inDatabase.push(await databaseMs(client, statements));
  }
  const scenario = "pages";
  return [
    figureOf({
      scenario,
      work: name,
      unit: "ms",
      ours,
      yardstick: { name: "the same SQL in psql", runs: theirs },
      budget: { kind: "times", atMost: MOST_TIMES },
    }),
    figureOf({
      scenario,
      work: `${name}: in the database, p95`,
      unit: "ms",
      ours: [percentile(inDatabase, 0.95)],
      budget: { kind: "value", atMost: LONGEST_MS },
      note: `median ${median(inDatabase).toFixed(2)} ms`,
    }),
  ];
}

/** What Postgres says that planning and execution of the statements took, in sum. */
async function databaseMs(client: QueryBench["client"], statements: Prisma.Sql[]): Promise<number> {
  let sum = 0;
  for (const sql of statements) {
    const { rows } = await client.query<{ "QUERY PLAN": { "Planning Time": number; "Execution Time": number }[] }>(
      `EXPLAIN (ANALYZE, TIMING OFF, FORMAT json) ${literalSql(sql)}`,
    );
    const plan = rows[0]?.["QUERY PLAN"][0];
    sum += (plan?.["Planning Time"] ?? 0) + (plan?.["Execution Time"] ?? 0);
  }
  return sum;
}

/** The smallest value that so great a share of the values doesn't exceed. */
function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.ceil(sorted.length * share) - 1] ?? 0;
}
