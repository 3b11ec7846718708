import type { Figure } from "#bench/figures/figure.ts";
import { FACET_NAMES, type FacetName } from "#lib/events/fields.ts";
import { eventFacet } from "#lib/events/queries/event-facet.ts";
import { counted } from "./counting.ts";
import { duckFilter, filterOf } from "./filter-of.ts";
import type { QueryBench, Scenario } from "./query-bench.ts";

const LIMIT = 50;
const YEAR = { from: "2022-01-01T00:00:00Z", to: "2023-01-01T00:00:00Z" };
const MONTH = { from: "2022-03-01T00:00:00Z", to: "2022-04-01T00:00:00Z" };

/** The values of every field, of all events and with one filter. */
export const facets: Scenario = async (bench) => {
  const { project, principal, action, account, region, ip } = bench.busiest;
  const filtered: [field: FacetName, filter: Record<string, string>, of: string][] = [
    ["project", { action }, "one action"],
    ["principal", { project }, "one project"],
    ["action", { principal }, "one principal"],
    ["action", { project }, "one project"],
    ["source", { region }, "one region"],
    ["access", { project }, "one project"],
    ["outcome", { principal }, "one principal"],
    ["error", { action }, "one action"],
    ["account", { outcome: "failure" }, "failures"],
    ["region", { account }, "one account"],
    ["ip", { outcome: "failure" }, "failures"],
    ["ip", { project }, "one project"],
    ["key", { ip }, "one address"],
    ["subject", { access: "write" }, "writes"],
    ["subject", { action }, "one action"],
    ["resource", { project }, "one project"],
    ["action", YEAR, "one year"],
    ["principal", YEAR, "one year"],
    ["region", YEAR, "one year"],
    ["ip", MONTH, "one month"],
  ];
  const figures: Figure[] = [];
  for (const field of FACET_NAMES) figures.push(await measured(field, {}, "everything", bench));
  for (const [field, filter, of] of filtered) figures.push(await measured(field, filter, of, bench));
  return figures;
};

function measured(field: FacetName, values: Record<string, string>, of: string, bench: QueryBench): Promise<Figure> {
  const filter = filterOf(values);
  const ours = async () => (await eventFacet({ field, filter, limit: LIMIT })).values.map(({ count }) => count);
  const duckdb = `SELECT ${field}, count(*) AS n, count(*) OVER () FROM event ${duckFilter(values)} GROUP BY 1 ORDER BY n DESC, 1 LIMIT ${LIMIT}`;
  return counted("facets", { work: `facet ${field} of ${of}`, ours, duckdb }, bench);
}
