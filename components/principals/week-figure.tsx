import { countOf, formatCount } from "#components/text/format-count.ts";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import { DAYS, WeekTable } from "./week-table.tsx";

/** When in the week somebody calls, in the reader's time zone; hours go across where there is room, else down. */
export function WeekFigure({ hours, timeZone }: { hours: number[][]; timeZone: string }) {
  const zone = timeZone.replaceAll("_", " ");
  const caption = `Calls by weekday and hour, ${zone}`;
  return (
    <section className="min-w-0">
      <SectionHeading>
        Hours of the week <span className="font-normal text-ink-soft">{zone}</span>
      </SectionHeading>
      <p className="mb-1 text-ink-soft">{busiestText(hours)}</p>
      <WeekTable hours={hours} caption={caption} className="max-md:hidden" />
      <WeekTable hours={hours} caption={caption} isUpright className="md:hidden" />
    </section>
  );
}

function busiestText(hours: number[][]): string {
  const cells = hours.flatMap((day, weekday) => day.map((calls, hour) => ({ weekday, hour, calls })));
  const most = cells.reduce((a, b) => (b.calls > a.calls ? b : a));
  const used = cells.filter(({ calls }) => calls > 0).length;
  const hour = String(most.hour).padStart(2, "0");
  return `Calls in ${countOf(used, "hour")} of the week’s 168; most, ${formatCount(most.calls)}, on ${DAYS[most.weekday]}s from ${hour}:00.`;
}
