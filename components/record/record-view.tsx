"use client";
import { Download } from "lucide-react";
import { useState } from "react";
import type { EventDetail } from "#lib/events/event-detail.ts";
import { pathSegment } from "#components/shell/path-segment.ts";
import { Button } from "#components/ui/button.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { Segmented } from "#components/ui/segmented.tsx";
import { RecordText } from "./record-text.tsx";
import { RecordTree } from "./record-tree.tsx";
import { ReproduceLine } from "./reproduce-line.tsx";

const VIEWS = [
  { value: "tree", label: "Tree" },
  { value: "indented", label: "Indented" },
  { value: "delivered", label: "As delivered" },
] as const;

/** The record as a tree and as text; what is copied and downloaded is always what CloudTrail delivered. */
export function RecordView({ event }: { event: EventDetail }) {
  const [view, setView] = useState<(typeof VIEWS)[number]["value"]>("tree");
  return (
    <section aria-labelledby="record" className="grid min-w-0 grid-cols-1 gap-2">
      <div className="flex flex-wrap items-center gap-2">
        <h2 id="record" className="mr-auto font-semibold">
          Record
        </h2>
        <Segmented label="View of the record" value={view} choices={VIEWS} onChange={setView} />
        <CopyButton isSmall label="Copy JSON" text={event.record} />
        <Button asChild variant="quiet" className="size-7 px-0">
          <a href={`/api/events/${pathSegment(event.eventId)}`} download title="Download">
            <Download className="size-3.5" aria-hidden="true" />
            <span className="sr-only">Download</span>
          </a>
        </Button>
      </div>
      {view === "tree" ? <RecordTree event={event} /> : <RecordText record={event.record} view={view} />}
      <ReproduceLine event={event} />
    </section>
  );
}
