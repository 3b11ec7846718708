import { countOf, formatCount } from "#components/text/format-count.ts";
import { cn } from "#components/ui/cn.ts";
import { cellText, shadeOf } from "./week-scale.ts";

export const DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;
const HOURS = Array.from({ length: 24 }, (_, hour) => String(hour).padStart(2, "0"));
const DAY_LETTERS = 3;

type Props = {
  /** Calls by weekday, Monday first, and hour. */
  hours: number[][];
  caption: string;
  /** Hours go down instead of across. */
  isUpright?: boolean;
  className?: string;
};

/** Calls by weekday and hour: every cell has its number, and a shade by it. */
export function WeekTable({ hours, caption, isUpright = false, className }: Props) {
  const most = Math.max(1, ...hours.flat());
  const across = isUpright ? DAYS : HOURS;
  const down = isUpright ? HOURS : DAYS;
  return (
    <table className={cn("w-full table-fixed border-separate border-spacing-px text-small", className)}>
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          <td className="w-10" />
          {across.map((name) => (
            <th key={name} scope="col" className="h-6 font-normal text-ink-soft">
              <Short name={name} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {down.map((rowName, row) => (
          <tr key={rowName}>
            <th scope="row" className="pr-2 text-left font-normal text-ink-soft">
              <Short name={rowName} />
            </th>
            {across.map((columnName, column) => {
              const [day, hour] = isUpright ? [column, row] : [row, column];
              const calls = hours[day]?.[hour] ?? 0;
              const shade = shadeOf(calls, most);
              return (
                <td
                  key={columnName}
                  className="h-6 overflow-hidden rounded-sm bg-sunken p-0 text-center tabular-nums"
                  style={
                    shade === 0
                      ? undefined
                      : { backgroundColor: `color-mix(in srgb, var(--bar) ${shade}%, var(--paper))` }
                  }
                  title={`${DAYS[day]} ${HOURS[hour]}:00–${HOURS[hour]}:59: ${countOf(calls, "call")}`}
                >
                  <span className="sr-only">{formatCount(calls)}</span>
                  <span aria-hidden="true">{cellText(calls)}</span>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The first letters of a weekday; an hour whole. */
function Short({ name }: { name: string }) {
  return name.length > DAY_LETTERS ? (
    <abbr title={name} className="no-underline">
      {name.slice(0, DAY_LETTERS)}
    </abbr>
  ) : (
    name
  );
}
