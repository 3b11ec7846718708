import { QUERY_HELP } from "#lib/events/query-help.ts";
import { ScrollRegion } from "#components/ui/scroll-region.tsx";

const KEYS = [
  ["Enter", "show"],
  ["Tab", "complete"],
  ["↑ ↓", "choose"],
  ["Esc", "close"],
] as const;

/** Which keys do what, and the language by example. */
export function EditorFooter() {
  return (
    <details className="shrink-0 border-t border-line text-small text-ink-soft">
      <summary className="flex flex-wrap items-center gap-x-4 px-3 py-2 marker:content-none">
        {KEYS.map(([key, does]) => (
          <span key={key} className="max-sm:hidden">
            <kbd className="font-mono text-ink">{key}</kbd> {does}
          </span>
        ))}
        <span className="ml-auto text-brass underline underline-offset-2">How to write it</span>
      </summary>
      <ScrollRegion label="How to write a filter" className="max-h-48 border-t border-line px-3 py-2">
        <dl className="grid grid-cols-[auto_1fr] gap-x-4 max-sm:grid-cols-1">
          {QUERY_HELP.map(({ example, means }) => (
            <div key={example} className="contents">
              <dt className="font-mono text-ink">{example}</dt>
              <dd className="max-sm:mb-1">{means}</dd>
            </div>
          ))}
        </dl>
      </ScrollRegion>
    </details>
  );
}
