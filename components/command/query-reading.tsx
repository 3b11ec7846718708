import type { EventFilter } from "#lib/events/filter.ts";
import { filterWords } from "#lib/events/filter-words.ts";
import type { Place } from "#lib/events/query-parts.ts";
import type { QueryProblem } from "#lib/events/query-problems.ts";
import { SafeText } from "#components/text/safe-text.tsx";
import { shortenMiddle } from "#components/text/shorten-middle.ts";
import { boundText } from "#components/time/bound-text.ts";
import type { UnknownValue } from "./unknown-values.ts";

type Props = {
  id: string;
  text: string;
  filter: EventFilter;
  problems: readonly QueryProblem[];
  unknown: readonly UnknownValue[];
  timeZone: string;
  goTo: (place: Place) => void;
  correct: (unknown: UnknownValue) => void;
};

/** What the text means, what of it is not understood, and what is spelled like nothing there is. */
export function QueryReading({ id, text, filter, problems, unknown, timeZone, goTo, correct }: Props) {
  return (
    <div
      id={id}
      aria-live="polite"
      className="min-h-12 shrink-0 overflow-y-auto border-y border-line bg-paper px-3 max-h-40 py-1.5"
    >
      <p className="line-clamp-3 break-words">
        <SafeText text={filterWords(filter, (bound) => boundText(bound, timeZone))} />
        {problems.length > 0 && <span className="text-ink-soft">, as far as this is understood</span>}
      </p>
      {problems.length > 0 && (
        <ul className="text-failure">
          {problems.map((problem) => (
            <li key={`${problem.start} ${problem.message}`} className="break-words">
              <button
                type="button"
                className="font-mono text-small underline underline-offset-2"
                aria-label={`Go to ${text.slice(problem.start, problem.end)}`}
                onClick={() => goTo(problem)}
              >
                <SafeText text={shortenMiddle(text.slice(problem.start, problem.end).replace(/:$/, ""), 40)} />
              </button>
              : <SafeText text={shortenMiddle(problem.message, 200)} />
            </li>
          ))}
        </ul>
      )}
      {unknown.map((value) => (
        <p key={`${value.name} ${value.value}`} className="break-words text-ink-soft">
          No event has {value.name} <SafeText text={shortenMiddle(value.value, 60)} />
          {value.nearest === null ? "." : "; nearest: "}
          {value.nearest !== null && (
            <button type="button" className="text-brass underline underline-offset-2" onClick={() => correct(value)}>
              <SafeText text={shortenMiddle(value.nearest, 60)} />
            </button>
          )}
        </p>
      ))}
    </div>
  );
}
