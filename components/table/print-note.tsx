import { countOf, formatCount } from "#components/text/format-count.ts";

/** On paper: how much of the list this is. */
export function PrintNote({ shown, matching }: { shown: number; matching: number | null }) {
  const isAll = shown === matching;
  return (
    <p className="py-2">
      {isAll
        ? `All ${countOf(shown, "matching event")}.`
        : `${formatCount(shown)} of ${matching === null ? "the" : formatCount(matching)} matching events, those that were loaded; an export has all of them.`}
    </p>
  );
}
