"use client";
import { Link2, Maximize2 } from "lucide-react";
import Link from "next/link";
import { Tabs } from "radix-ui";
import { useLayoutEffect, useRef } from "react";
import { EventFacts } from "#components/events/event-facts.tsx";
import { EventHeading } from "#components/events/event-heading.tsx";
import { eventHref } from "#components/events/event-href.ts";
import { EventNotes } from "#components/events/event-notes.tsx";
import { EventOrigin } from "#components/events/event-origin.tsx";
import { useOpenEvent } from "#components/explorer/use-open-event.ts";
import { RecordView } from "#components/record/record-view.tsx";
import { Button } from "#components/ui/button.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { ScrollRegion } from "#components/ui/scroll-region.tsx";
import { AnswerTrouble } from "./answer-trouble.tsx";
import { AroundEvent } from "./around-event.tsx";
import { CompareEvents } from "./compare-events.tsx";
import { PanelSkeleton } from "./panel-skeleton.tsx";
import { useEventAnswer } from "./use-event-answer.ts";

const TABS = [
  { value: "facts", label: "Facts" },
  { value: "json", label: "JSON" },
  { value: "around", label: "Around" },
  { value: "compare", label: "Compare" },
] as const;

/** All about one event; what was shown before stays until the next one is there. */
export function PanelContent({ eventId, timeZone }: { eventId: string; timeZone: string }) {
  const { tab, against, show } = useOpenEvent();
  const { data: open, isLate, error, again } = useEventAnswer(eventId, "detail");
  const shown = TABS.find(({ value }) => value === tab)?.value ?? (against === null ? "facts" : "compare");

  // Each tab is found where it was left, whichever event it is of.
  const scroller = useRef<HTMLDivElement>(null);
  const places = useRef(new Map<string, number>());
  useLayoutEffect(() => {
    if (scroller.current) scroller.current.scrollTop = places.current.get(shown) ?? 0;
  }, [shown]);

  if (error) {
    return (
      <div className="p-3 pr-12">
        <AnswerTrouble error={error} again={again} />
      </div>
    );
  }
  if (!open) return <PanelSkeleton />;
  const { event } = open;
  return (
    <Tabs.Root
      className="flex min-h-0 grow flex-col"
      value={shown}
      onValueChange={(next) => show(next === "facts" ? null : next, next === "compare" ? against : null)}
      aria-busy={isLate}
    >
      <header className="border-b border-line px-3 pt-2.5">
        <div className="pr-10">
          <EventHeading event={event} timeZone={timeZone} level="h2" />
        </div>
        <div className="flex items-end">
          <Tabs.List aria-label="Sides of the event" className="mr-auto flex gap-1">
            {TABS.map(({ value, label }) => (
              <Tabs.Trigger
                key={value}
                value={value}
                className="h-9 border-b-2 border-transparent px-2 text-ink-soft hover:text-ink focus-visible:-outline-offset-2 data-[state=active]:border-brass data-[state=active]:font-medium data-[state=active]:text-ink"
              >
                {label}
              </Tabs.Trigger>
            ))}
          </Tabs.List>
          <CopyButton isSmall icon={Link2} label="Copy link" text={() => globalThis.location.href} className="mb-1" />
          <Button asChild variant="quiet" className="mb-1 size-7 px-0">
            <Link href={eventHref(event.eventId)} prefetch={false} data-whole title="The event’s own page">
              <Maximize2 className="size-3.5" aria-hidden="true" />
              <span className="sr-only">The event’s own page</span>
            </Link>
          </Button>
        </div>
      </header>
      <ScrollRegion
        ref={scroller}
        label="What is known of it"
        className="min-h-0 grow overscroll-contain px-3 py-3 [--record-top:-0.75rem] focus-visible:-outline-offset-2"
        onScroll={({ currentTarget }) => places.current.set(shown, currentTarget.scrollTop)}
      >
        <Tabs.Content value="facts" className="grid grid-cols-1 gap-6 outline-none" tabIndex={-1}>
          <div className="empty:hidden">
            <EventNotes open={open} timeZone={timeZone} />
          </div>
          <EventFacts event={event} person={open.person} timeZone={timeZone} />
          <EventOrigin event={event} timeZone={timeZone} />
        </Tabs.Content>
        <Tabs.Content value="json" className="outline-none" tabIndex={-1}>
          <RecordView event={event} />
        </Tabs.Content>
        <Tabs.Content value="around" className="outline-none" tabIndex={-1}>
          <AroundEvent event={event} timeZone={timeZone} />
        </Tabs.Content>
        <Tabs.Content value="compare" className="outline-none" tabIndex={-1}>
          <CompareEvents event={event} against={against} timeZone={timeZone} />
        </Tabs.Content>
      </ScrollRegion>
    </Tabs.Root>
  );
}
