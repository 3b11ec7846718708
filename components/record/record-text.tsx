"use client";
import { useState } from "react";
import { SafeText } from "#components/text/safe-text.tsx";
import { Button } from "#components/ui/button.tsx";
import { ScrollRegion } from "#components/ui/scroll-region.tsx";
import { indentJson } from "./indent-json.ts";

type Props = { record: string; view: "indented" | "delivered" };

/** A record's text, exactly as CloudTrail delivered it, or with line breaks added. */
export function RecordText({ record, view }: Props) {
  const [isWrapped, setWrapped] = useState(true);
  return (
    <div className="relative">
      <ScrollRegion
        label="Record as JSON"
        className="max-h-[75vh] rounded-md border border-line bg-panel print:max-h-none"
      >
        <pre
          data-view={view}
          className={`p-3 font-mono text-small ${isWrapped ? "whitespace-pre-wrap break-all" : "w-max whitespace-pre"}`}
        >
          {portions(view === "delivered" ? record : indentJson(record)).map((text, at) => (
            // Portions of one text never move.
            <span key={at} className="block [contain-intrinsic-size:auto_200rem] [content-visibility:auto]">
              <SafeText text={text} keepsLines />
            </span>
          ))}
        </pre>
      </ScrollRegion>
      <Button
        variant="quiet"
        className="mt-1 h-6 px-1 text-small print:hidden"
        aria-pressed={isWrapped}
        onClick={() => setWrapped(!isWrapped)}
      >
        {isWrapped ? "Don’t wrap lines" : "Wrap lines"}
      </Button>
    </div>
  );
}

/** Two hundred lines each with their breaks, so that only those in sight are laid out. */
function portions(text: string): string[] {
  return text.match(/(?:[^\n]*\n){200}|[^]+$/g) ?? [text];
}
