import type { Figure } from "#bench/figures/figure.ts";
import { countEvents } from "#lib/events/queries/count-events.ts";
import { eventFacet } from "#lib/events/queries/event-facet.ts";
import { eventTimeline } from "#lib/events/queries/event-timeline.ts";
import { counted, type Counting } from "./counting.ts";
import { duckFilter, filterOf } from "./filter-of.ts";
import type { Scenario } from "./query-bench.ts";

/** With these a page says that it is still counting; a second is what it may take without. */
const LONGEST_MS = 1_000;

/** Counts, charts and facets with several filters at once. */
export const severalFilters: Scenario = async (bench) => {
  const { project, principal, action, account, region, ip, key } = bench.busiest;
  const year = { from: "2022-01-01T00:00:00Z", to: "2023-01-01T00:00:00Z" };
  const count = (work: string, values: Record<string, string>): Counting => ({
    work: `count of ${work}`,
    ours: async () => [(await countEvents({ filter: filterOf(values) })).events],
    duckdb: `SELECT count(*) AS n FROM event ${duckFilter(values)}`,
  });
  const facet = (field: "action" | "ip" | "principal", work: string, values: Record<string, string>): Counting => ({
    work: `facet ${field} of ${work}`,
    ours: async () => (await eventFacet({ field, filter: filterOf(values) })).values.map((value) => value.count),
    duckdb: `SELECT ${field}, count(*) AS n FROM event ${duckFilter(values)} GROUP BY 1 ORDER BY n DESC LIMIT 50`,
  });
  const timeline = (work: string, values: Record<string, string>): Counting => ({
    work: `timeline by month of ${work}`,
    ours: async () => {
      const { buckets } = await eventTimeline({ filter: filterOf(values), interval: "month" });
      return buckets.flatMap(({ success, failure }) => [success, failure]);
    },
    duckdb: `SELECT count(*) AS n FROM event ${duckFilter(values)} GROUP BY date_trunc('month', event_time), outcome`,
  });
  const asked = [
    count("one principal, action and region", { principal, action, region }),
    count("one project's failures in one year", { project, outcome: "failure", ...year }),
    count("one account's writes from one address", { account, access: "write", ip }),
    facet("action", "one principal on one project", { principal, project }),
    facet("principal", "one action in one region in one year", { action, region, ...year }),
    facet("ip", "one principal's writes in one year", { principal, access: "write", ...year }),
    timeline("one action on one project", { action, project }),
    timeline("one principal in one region", { principal, region }),
    timeline("one key's failures", { key, outcome: "failure" }),
  ];
  const figures: Figure[] = [];
  for (const each of asked) figures.push(await counted("several", each, bench, { kind: "value", atMost: LONGEST_MS }));
  return figures;
};
