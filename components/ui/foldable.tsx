"use client";
import { type ReactNode, useState } from "react";
import { Button } from "./button.tsx";

const SHOWN = 10;

/** A table of which ten rows are seen at first. */
export function Foldable({ rows, children }: { rows: number; children: ReactNode }) {
  const [isOpen, setOpen] = useState(false);
  if (rows <= SHOWN + 2) return children;
  return (
    <div className={isOpen ? undefined : "folded"}>
      {children}
      <Button
        variant="quiet"
        className="-ml-2.5 text-small print:hidden"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {isOpen ? "Show the first 10" : `Show all ${rows}`}
      </Button>
    </div>
  );
}
