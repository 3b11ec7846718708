"use client";
import type { ReactNode } from "react";
import type { EventFilter, TermFilterName } from "#lib/events/filter.ts";
import { CommandBar } from "#components/command/command-bar.tsx";
import { Segmented } from "#components/ui/segmented.tsx";
import type { DataSpan } from "./data-span.ts";
import { valueTerm, withRelated, withTerms } from "./edit-filter.ts";
import { TimeRangePicker } from "./time-range-picker.tsx";

type Props = {
  filter: EventFilter;
  apply: (filter: EventFilter) => void;
  isPending: boolean;
  span: Promise<DataSpan | null>;
  timeZone: string;
  /** What stands at the end of the row. */
  children?: ReactNode;
};

const ACCESS = [
  { value: "all", label: "All" },
  { value: "read", label: "Reads" },
  { value: "write", label: "Writes" },
] as const;
const OUTCOME = [
  { value: "all", label: "All" },
  { value: "success", label: "Successes" },
  { value: "failure", label: "Failures" },
] as const;
const RELATED = [
  { value: "without", label: "CodeStar" },
  { value: "include", label: "With other services" },
  { value: "only", label: "Others alone" },
] as const;

/** The controls that write the filter into the address. */
export function FilterBar({ filter, apply, isPending, span, timeZone, children }: Props) {
  function chosen<Value extends string>(name: TermFilterName, values: readonly Value[]): Value | "all" {
    const terms = filter.terms[name] ?? [];
    return (terms.length === 1 && values.find((value) => value === terms[0]?.pattern && !terms[0].isExcluded)) || "all";
  }
  const choose = (name: TermFilterName) => (value: string) =>
    apply(withTerms(filter, name, value === "all" ? [] : [valueTerm(value)]));

  return (
    <div role="search" aria-label="Filter events" className="flex flex-wrap items-center gap-2 print:hidden">
      <CommandBar filter={filter} apply={apply} timeZone={timeZone} />
      <TimeRangePicker filter={filter} apply={apply} span={span} timeZone={timeZone} />
      {/* On a phone the room is the table's, and both stand among the facets. */}
      <div className="contents max-sm:hidden">
        <Segmented
          label="Access"
          value={chosen("access", ["read", "write"])}
          choices={ACCESS}
          onChange={choose("access")}
        />
        <Segmented
          label="Outcome"
          value={chosen("outcome", ["success", "failure"])}
          choices={OUTCOME}
          onChange={choose("outcome")}
        />
      </div>
      <div className="flex max-sm:order-last">
        <Segmented
          label="Related activity of other services"
          value={filter.related ?? "without"}
          choices={RELATED}
          onChange={(value) => apply(withRelated(filter, value === "without" ? undefined : value))}
        />
      </div>
      <span role="status" className="text-small text-ink-soft">
        {isPending ? "Counting…" : ""}
      </span>
      {children}
    </div>
  );
}
