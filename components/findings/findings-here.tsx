import type { EventFilter } from "#lib/events/filter.ts";
import type { FindingCount } from "#lib/findings/finding.ts";
import { DEFAULT_THRESHOLDS } from "#lib/findings/thresholds.ts";
import type { Answer } from "#components/states/answer-of.ts";
import { QueryTrouble } from "#components/states/query-trouble.tsx";
import { formatCount } from "#components/text/format-count.ts";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { findingsHref } from "./findings-href.ts";

type Props = {
  answer: Promise<Answer<{ counts: readonly FindingCount[] }>>;
  /** Of the project or principal that the page is about. */ filter: EventFilter;
};

/** A section for the page of a project or principal: which kinds of findings it has, and how many. */
export async function FindingsHere({ answer, filter }: Props) {
  const known = await answer;
  const asked = { filter, thresholds: DEFAULT_THRESHOLDS };
  const counts = "data" in known ? known.data.counts : [];
  const some = counts.filter(({ total }) => total > 0);
  return (
    <section aria-labelledby="findings-here" className="min-w-0 print:hidden">
      <SectionHeading id="findings-here" more={<TextLink href={findingsHref(null, asked)}>All questions</TextLink>}>
        Findings here
      </SectionHeading>
      <ul className="border-t border-line-strong">
        {"problem" in known && (
          <li>
            <QueryTrouble problem={known.problem} />
          </li>
        )}
        {"data" in known && some.length === 0 && (
          <li className="py-2 text-ink-soft">
            None: {formatCount(counts.length)} questions were asked of all events here.
          </li>
        )}
        {some.map(({ kind, title, total }) => (
          <li key={kind} className="flex min-h-8 items-center gap-4 border-b border-line">
            <TextLink href={findingsHref(kind, asked)}>{title}</TextLink>
            <span className="ml-auto tabular-nums">{formatCount(total)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
