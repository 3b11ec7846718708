import type { Figure } from "#bench/figures/figure.ts";
import { eventTimeline } from "#lib/events/queries/event-timeline.ts";
import type { TimelineGrouping } from "#lib/events/timeline.ts";
import { counted } from "./counting.ts";
import { duckFilter, filterOf } from "./filter-of.ts";
import type { QueryBench, Scenario } from "./query-bench.ts";

type Asked = {
  work: string;
  filter?: Record<string, string>;
  interval?: "1d" | "month";
  tz?: string;
  by?: TimelineGrouping;
};

/** A zone whose clocks are never changed, so that DuckDB can do without its tables of zones. */
const KOLKATA = { tz: "Asia/Kolkata", shift: "INTERVAL 330 MINUTE" };
const LAGOS = { tz: "Africa/Lagos", shift: "INTERVAL 60 MINUTE" };

/** Charts of all events and with one filter. */
export const timelines: Scenario = async (bench) => {
  const { project, principal, action, account, error } = bench.busiest;
  const asked: Asked[] = [
    { work: "by day and outcome" },
    { work: "by day in a zone of whole hours", tz: LAGOS.tz },
    { work: "by month and access", interval: "month", by: "access" },
    { work: "by month and source", interval: "month", by: "source" },
    { work: "by month and project", interval: "month", by: "project" },
    { work: "one project by day", filter: { project } },
    { work: "one project by day in a zone of whole hours", filter: { project }, tz: LAGOS.tz },
    { work: "one project by day in a zone of half hours", filter: { project }, tz: KOLKATA.tz },
    { work: "one principal by day", filter: { principal } },
    { work: "one action by day", filter: { action } },
    { work: "one account by day", filter: { account } },
    { work: "failures by day", filter: { outcome: "failure" } },
    { work: "one error by day", filter: { error } },
    { work: "one year by day", filter: { from: "2022-01-01T00:00:00Z", to: "2023-01-01T00:00:00Z" } },
  ];
  const figures: Figure[] = [];
  for (const each of asked) figures.push(await measured(each, bench));
  return figures;
};

function measured(
  { work, filter: values = {}, interval = "1d", tz = "UTC", by }: Asked,
  bench: QueryBench,
): Promise<Figure> {
  const filter = filterOf(values);
  const ours = async () => {
    const { buckets } = await eventTimeline({ filter, interval, tz, by });
    return buckets.flatMap((bucket) =>
      (bucket.groups ?? [bucket]).flatMap(({ success, failure }) => [success, failure]),
    );
  };
  const shift = [KOLKATA, LAGOS].find((zone) => zone.tz === tz)?.shift;
  const time = shift === undefined ? "event_time" : `event_time + ${shift}`;
  const unit = interval === "1d" ? "day" : "month";
  const top = `SELECT project FROM event GROUP BY project ORDER BY count(*) DESC, project NULLS FIRST LIMIT 100`;
  const columns = by === undefined ? "" : `, ${by}`;
  const duckdb =
    by === "project"
      ? // The hundred largest, as the product gives them.
        `WITH top AS (${top}) SELECT count(*) AS n FROM event JOIN top ON top.project IS NOT DISTINCT FROM event.project
         GROUP BY date_trunc('month', event_time), outcome, event.project`
      : `SELECT count(*) AS n FROM event ${duckFilter(values)} GROUP BY date_trunc('${unit}', ${time}), outcome${columns}`;
  return counted("timelines", { work: `timeline ${work}`, ours, duckdb }, bench);
}
