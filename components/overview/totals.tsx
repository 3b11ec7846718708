import Link from "next/link";
import type { Overview } from "#lib/overview/overview.ts";
import { ALL_EVENTS } from "#lib/events/filter.ts";
import { eventsHref, onlyValue } from "#components/events/edit-filter.ts";
import { formatCount } from "#components/text/format-count.ts";

/** How much there is, each number a way to it. */
export function Totals({ overview }: { overview: Overview }) {
  const totals = [
    { label: "events", count: overview.events, href: eventsHref() },
    {
      label: "failures",
      count: overview.failures,
      href: eventsHref(onlyValue(ALL_EVENTS, "outcome", "failure")),
      color: "text-failure",
    },
    {
      label: "writes",
      count: overview.writes,
      href: eventsHref(onlyValue(ALL_EVENTS, "access", "write")),
      color: "text-write",
    },
    { label: "projects", count: overview.projects, href: "/projects" },
    { label: "principals", count: overview.principals, href: "/principals" },
  ];
  return (
    <ul className="flex flex-wrap gap-x-6 gap-y-1">
      {totals.map(({ label, count, href, color = "" }) => (
        <li key={label}>
          <Link href={href} prefetch={false} className={`group ${color}`}>
            <span className="text-title font-semibold underline-offset-2 group-hover:underline">
              {formatCount(count)}
            </span>{" "}
            {label}
          </Link>
        </li>
      ))}
    </ul>
  );
}
