import type { ActionsSeen } from "#lib/catalogue/action-seen.ts";
import { QueryTrouble } from "#components/states/query-trouble.tsx";
import type { Answer } from "#components/states/answer-of.ts";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import { ActionMeanings } from "./action-meanings.tsx";
import { ActionTable } from "./action-table.tsx";
import { catalogueSections } from "./catalogue-sections.ts";
import { UnknownActions } from "./unknown-actions.tsx";

/** What the data has beyond the catalogue, then all that the catalogue knows; the latter even while the data is away. */
export function CataloguePage({ answer, timeZone }: { answer: Answer<ActionsSeen>; timeZone: string }) {
  const seen = "data" in answer ? answer.data : null;
  const sections = catalogueSections(seen?.known ?? []);
  const actions = sections.reduce((sum, { rows }) => sum + rows.length, 0);
  const actionsSeen = sections.reduce((sum, section) => sum + section.seen, 0);
  return (
    <div className="grid grid-cols-1 gap-6">
      <div className="flex min-h-8 flex-wrap content-center items-baseline gap-x-4">
        <h1 className="text-title font-semibold">Catalogue</h1>
        <p className="text-ink-soft">
          {actions} known actions of CodeStar{seen && `, ${actionsSeen} of them in the data`}
        </p>
      </div>
      {"problem" in answer ? (
        <QueryTrouble problem={answer.problem} />
      ) : (
        <UnknownActions unknown={answer.data.unknown} none={noneText(answer.data)} timeZone={timeZone} />
      )}
      <ActionMeanings />
      {sections.map(({ title, sources, note, rows }) => (
        <section key={title} className="min-w-0">
          <SectionHeading>
            {title} <span className="font-normal text-ink-soft">{rows.length}</span>
          </SectionHeading>
          <p className="flex flex-wrap gap-x-4 text-small text-ink-soft">
            {sources.map((source) => (
              <code key={source} className="font-mono">
                {source}
              </code>
            ))}
            {note}
          </p>
          <ActionTable caption={`Actions of ${title}`} rows={rows} isCounted={seen !== null} />
        </section>
      ))}
    </div>
  );
}

function noneText({ known, asOf }: ActionsSeen): string {
  if (asOf === 0) return "Nothing has been synced yet, so no action has been seen.";
  return known.length === 0 ? "The data has no event of CodeStar yet." : "Every action in the data is known.";
}
