import { CircleSlash } from "lucide-react";
import type { ReactNode } from "react";
import { ALL_EVENTS, type TermFilterName } from "#lib/events/filter.ts";
import { literalPattern } from "#lib/events/filter-term.ts";
import { visibleText } from "#components/text/hidden-characters.ts";
import { SafeText } from "#components/text/safe-text.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { eventsHref, valueFilter, withTerms } from "./edit-filter.ts";

type Props = {
  label: string;
  /** Null: the record doesn't say. */
  value: string | null;
  /** The filter that takes the value, if one does. */
  filter?: TermFilterName;
  isMono?: boolean;
  /** Shown instead of the value. */
  children?: ReactNode;
  /** Where else one can go from here. */
  more?: ReactNode;
};

/** One fact of an event: leads to the events that share it, or to all others, and can be copied. */
export function Fact({ label, value, filter, isMono = false, children, more }: Props) {
  if (value === null) return null;
  const shown = children ?? <SafeText text={value} />;
  const others = filter && withTerms(ALL_EVENTS, filter, [{ pattern: literalPattern(value), isExcluded: true }]);
  return (
    <div className="group flex min-h-8 items-start gap-2 border-b border-line py-0.5">
      <dt className="w-28 shrink-0 py-1 text-ink-soft">{label}</dt>
      <dd
        className={`min-w-0 grow py-1 ${isMono ? "break-all font-mono text-small leading-5" : "[overflow-wrap:anywhere]"}`}
      >
        {filter === undefined ? (
          shown
        ) : (
          <TextLink href={eventsHref(valueFilter(filter, value))} title="Events with this value">
            {shown}
          </TextLink>
        )}
        {more}
      </dd>
      <dd className="flex shrink-0 transition-opacity duration-100 group-focus-within:opacity-100 group-hover:opacity-100 [@media(hover:hover)]:opacity-0 print:hidden">
        {others !== undefined && (
          <TextLink
            href={eventsHref(others)}
            title="Events without this value"
            aria-label={`Events whose ${label} is not ${visibleText(value)}`}
            className="flex size-7 items-center justify-center rounded-md text-ink-soft hover:bg-sunken"
          >
            <CircleSlash className="size-3.5" aria-hidden="true" />
          </TextLink>
        )}
        <CopyButton isSmall label={`Copy ${label}`} text={value} />
      </dd>
    </div>
  );
}
