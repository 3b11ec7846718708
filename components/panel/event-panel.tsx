"use client";
import dynamic from "next/dynamic";
import { PartBoundary } from "#components/explorer/part-boundary.tsx";
import { useOpenEvent } from "#components/explorer/use-open-event.ts";
import { lazyPart } from "#components/ui/lazy-part.tsx";
import { PanelSkeleton } from "./panel-skeleton.tsx";

// Drawn by the server where an event is open already; else it comes with the first one.
// Until then it has its place, and what stands beside it stays.
const PanelFrame = dynamic(() => import("./panel-frame.tsx").then((module) => module.PanelFrame), {
  loading: () => (
    <div className="w-104 shrink-0 border-l border-line max-lg:hidden">
      <PanelSkeleton />
    </div>
  ),
});
// What it shows comes after the table can be used, and only once an event is open.
const Content = lazyPart(() => import("./panel-content.tsx").then((module) => module.PanelContent), {
  name: "The event",
  loading: <PanelSkeleton />,
});

type Props = { timeZone: string; /** In px, as somebody drew it. */ width: number | undefined };

/** The open event, beside the table, or over it where there is no room. */
export function EventPanel({ timeZone, width }: Props) {
  const { eventId } = useOpenEvent();
  if (eventId === null) return null;
  return (
    <PartBoundary name="The event">
      <PanelFrame width={width}>
        <Content eventId={eventId} timeZone={timeZone} />
      </PanelFrame>
    </PartBoundary>
  );
}
