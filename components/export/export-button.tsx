"use client";
import { Download } from "lucide-react";
import { useState } from "react";
import type { EventFilter } from "#lib/events/filter.ts";
import { Button } from "#components/ui/button.tsx";
import { lazyPart } from "#components/ui/lazy-part.tsx";

// Comes when somebody wants a file.
const ExportDialog = lazyPart(() => import("./export-dialog.tsx").then((module) => module.ExportDialog), {
  name: "The export",
  isAfloat: true,
});

type Props = {
  filter: EventFilter;
  /** The commit that all of the page is as of; absent: the latest, once the dialog is open. */
  asOf?: number;
  /** As the page lists them; absent: the newest first. */
  order?: "asc" | "desc";
  /** The CSV columns that the page shows, in its order; absent: only all of them can be had. */
  columns?: readonly string[];
  /** As a word beside other ways on, where a button would be too much. */
  isWord?: boolean;
};

/** All matching events as a file. */
export function ExportButton({ isWord = false, ...asked }: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      {isWord ? (
        <button
          type="button"
          aria-haspopup="dialog"
          className="underline-offset-2 hover:underline print:hidden"
          onClick={() => setOpen(true)}
        >
          Export
        </button>
      ) : (
        <Button aria-haspopup="dialog" className="print:hidden" onClick={() => setOpen(true)}>
          <Download className="size-3.5" aria-hidden="true" />
          Export
        </Button>
      )}
      {isOpen && <ExportDialog {...asked} onClose={() => setOpen(false)} />}
    </>
  );
}
