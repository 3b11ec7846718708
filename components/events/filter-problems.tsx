import type { FilterProblem } from "#lib/events/filter.ts";
import { SafeText } from "#components/text/safe-text.tsx";
import { shortenMiddle } from "#components/text/shorten-middle.ts";

/** Parts of the address that were not understood and so left out. */
export function FilterProblems({ problems }: { problems: readonly FilterProblem[] }) {
  if (problems.length === 0) return null;
  return (
    <div role="alert" className="rounded-md border border-failure bg-failure-wash px-3 py-2">
      <ul>
        {problems.map(({ name, value, message }) => (
          <li key={`${name} ${value} ${message}`} className="break-words">
            Left out of the filter:{" "}
            <code className="font-mono text-small">
              <SafeText text={shortenMiddle(`${name}=${value}`, 80)} />
            </code>
            , <SafeText text={shortenMiddle(message, 200)} />.
          </li>
        ))}
      </ul>
    </div>
  );
}
