import type { ReactNode } from "react";
import type { Cut } from "#lib/events/activity.ts";
import { formatCount } from "#components/text/format-count.ts";
import { Foldable } from "#components/ui/foldable.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";

type Props<Item> = {
  title: string;
  cut: Cut<Item>;
  none: string;
  more?: ReactNode;
  children: (items: Item[]) => ReactNode;
};

/** A list that may be cut at a bound, and says so. */
export function CutSection<Item>({ title, cut, none, more, children }: Props<Item>) {
  const { items, total } = cut;
  return (
    <section className="min-w-0">
      <SectionHeading more={more}>
        {title} <span className="font-normal text-ink-soft">{formatCount(total)}</span>
      </SectionHeading>
      {total === 0 ? (
        <p className="border-t border-line-strong py-2 text-ink-soft">{none}</p>
      ) : (
        <Foldable rows={items.length} total={total}>
          {children(items)}
        </Foldable>
      )}
    </section>
  );
}
