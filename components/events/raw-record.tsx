"use client";
import { Download } from "lucide-react";
import { useState } from "react";
import { SafeText } from "#components/text/safe-text.tsx";
import { Button } from "#components/ui/button.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { ScrollRegion } from "#components/ui/scroll-region.tsx";
import { Segmented } from "#components/ui/segmented.tsx";
import { indentJson } from "./indent-json.ts";

const VIEWS = [
  { value: "delivered", label: "As delivered" },
  { value: "indented", label: "Indented" },
] as const;

/** The record, exactly as CloudTrail delivered it, or with line breaks added; what is copied is always the former. */
export function RawRecord({ eventId, record }: { eventId: string; record: string }) {
  const [view, setView] = useState<"delivered" | "indented">("delivered");
  const [isWrapped, setWrapped] = useState(true);
  return (
    <section aria-labelledby="record" className="min-w-0">
      <div className="mb-2 flex flex-wrap items-center gap-2">
        <h2 id="record" className="mr-auto font-semibold">
          Record
        </h2>
        <Segmented label="View of the record" value={view} choices={VIEWS} onChange={setView} />
        <Button aria-pressed={isWrapped} onClick={() => setWrapped(!isWrapped)}>
          Wrap lines
        </Button>
        <CopyButton label="Copy JSON" text={record} />
        <Button asChild>
          <a href={`/api/events/${encodeURIComponent(eventId.toWellFormed())}`} download>
            <Download className="size-3.5" aria-hidden="true" />
            Download
          </a>
        </Button>
      </div>
      <ScrollRegion
        label="Record as JSON"
        className="max-h-[75vh] rounded-md border border-line bg-panel print:max-h-none"
      >
        <pre
          data-view={view}
          className={`p-3 font-mono text-small ${isWrapped ? "whitespace-pre-wrap break-all" : "w-max whitespace-pre"}`}
        >
          <SafeText text={view === "delivered" ? record : indentJson(record)} keepsLines />
        </pre>
      </ScrollRegion>
    </section>
  );
}
