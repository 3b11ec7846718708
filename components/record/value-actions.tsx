"use client";
import { Braces, CircleSlash, Copy, Ellipsis, Filter, Route } from "lucide-react";
import Link from "next/link";
import { DropdownMenu } from "radix-ui";
import type { ReactNode } from "react";
import type { EventDetail } from "#lib/events/event-detail.ts";
import { ALL_EVENTS, FILTER_FIELDS } from "#lib/events/filter.ts";
import { filterOfValue, type ValueFilter } from "#lib/events/filter-of-value.ts";
import { jqPath } from "#lib/events/jq-path.ts";
import { eventsHref, withRelated, withTerms } from "#components/events/edit-filter.ts";
import { pathOf, type RecordNode } from "./record-node.ts";

const QUICK = "flex size-6 items-center justify-center rounded-sm text-ink-soft hover:bg-sunken hover:text-ink";
const ITEM =
  "flex h-8 cursor-default items-center gap-2 rounded-sm px-2 outline-none data-highlighted:bg-brass-wash [&>svg]:size-3.5 [&>svg]:shrink-0";

type Props = {
  node: RecordNode;
  event: EventDetail;
  isMenuOpen: boolean;
  onMenuChange: (isOpen: boolean) => void;
  onCopy: (what: string, text: string) => void;
  /** Back to the row. */
  onLeave: () => void;
};

/** What can be done with a value of a record: filter by it, copy it, its path, or all of it as JSON. */
export function ValueActions({ node, event, isMenuOpen, onMenuChange, onCopy, onLeave }: Props) {
  const isValue = !["object", "array", "range", "null"].includes(node.kind);
  const found = isValue ? filterOfValue(event, pathOf(node), node.value) : null;
  const item = (icon: ReactNode, text: string, onSelect: () => void) => (
    <DropdownMenu.Item className={ITEM} onSelect={onSelect}>
      {icon}
      {text}
    </DropdownMenu.Item>
  );
  const narrowing = (icon: ReactNode, isExcluded: boolean) =>
    found && (
      // The panel takes the click before it gets here; the menu closes all the same.
      <DropdownMenu.Item asChild className={ITEM} onClick={() => onMenuChange(false)}>
        <Link href={hrefOf(found, event, isExcluded)} prefetch={false}>
          {icon}
          {wordsOf(found, isExcluded)}
        </Link>
      </DropdownMenu.Item>
    );
  return (
    <span className="absolute right-0 top-0 flex rounded-md bg-panel print:hidden" data-actions>
      {found && (
        <>
          <Quick
            href={hrefOf(found, event, false)}
            title={wordsOf(found, false)}
            icon={<Filter className="size-3.5" />}
          />
          <Quick
            href={hrefOf(found, event, true)}
            title={wordsOf(found, true)}
            icon={<CircleSlash className="size-3.5" />}
          />
        </>
      )}
      <DropdownMenu.Root modal={false} open={isMenuOpen} onOpenChange={onMenuChange}>
        <DropdownMenu.Trigger tabIndex={-1} className={QUICK} title="What to do with it (M)">
          <Ellipsis className="size-4" aria-hidden="true" />
          <span className="sr-only">What to do with it</span>
        </DropdownMenu.Trigger>
        <DropdownMenu.Portal>
          <DropdownMenu.Content
            align="end"
            sideOffset={2}
            collisionPadding={8}
            className="z-50 min-w-56 rounded-md border border-line bg-panel p-1 text-body shadow-popover"
            onCloseAutoFocus={(closing) => {
              closing.preventDefault();
              onLeave();
            }}
          >
            {narrowing(<Filter aria-hidden="true" />, false)}
            {narrowing(<CircleSlash aria-hidden="true" />, true)}
            {found && <DropdownMenu.Separator className="my-1 h-px bg-line" />}
            {isValue && item(<Copy aria-hidden="true" />, "Copy value", () => onCopy("value", node.value))}
            {node.kind !== "range" &&
              item(<Route aria-hidden="true" />, "Copy path", () => onCopy("path", jqPath(pathOf(node))))}
            {item(<Braces aria-hidden="true" />, "Copy as JSON", () => onCopy("JSON", jsonOf(node, event.record)))}
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      </DropdownMenu.Root>
    </span>
  );
}

function Quick({ href, title, icon }: { href: string; title: string; icon: ReactNode }) {
  return (
    <Link href={href} prefetch={false} tabIndex={-1} className={QUICK} title={title} aria-label={title}>
      {icon}
    </Link>
  );
}

function hrefOf({ name, pattern }: ValueFilter, event: EventDetail, isExcluded: boolean): string {
  const filter = withTerms(ALL_EVENTS, name, [{ pattern, isExcluded }]);
  return eventsHref(event.isRelated ? withRelated(filter, "include") : filter);
}

function wordsOf({ name }: ValueFilter, isExcluded: boolean): string {
  const which =
    name === "q"
      ? "text"
      : (FILTER_FIELDS.get(name)?.label ?? name).replace(/^[A-Z](?![A-Z])/, (letter) => letter.toLowerCase());
  return isExcluded ? `Events without this ${which}` : `Events with this ${which}`;
}

/** As delivered; a range is an array of what it holds. */
function jsonOf(node: RecordNode, record: string): string {
  const text = record.slice(node.start, node.end);
  if (node.kind !== "range") return text;
  return typeof node.members[0]?.step === "number" ? `[${text}]` : `{${text}}`;
}
