"use client";
import { type ReactNode, useState } from "react";
import { Button } from "./button.tsx";

const SHOWN = 10;
const counts = new Intl.NumberFormat("en-GB");

type Props = {
  rows: number;
  /** Of which the rows are the first; left out: all there are. */ total?: number;
  children: ReactNode;
};

/** A table of which ten rows are seen at first, and how many there are. */
export function Foldable({ rows, total = rows, children }: Props) {
  const [isOpen, setOpen] = useState(false);
  const isFolded = rows > SHOWN + 2;
  const all = rows < total ? `${counts.format(rows)} of ${counts.format(total)}` : `all ${counts.format(rows)}`;
  return (
    <div className={isFolded && !isOpen ? "folded" : undefined}>
      {children}
      <div className="flex items-center gap-4 text-small text-ink-soft">
        {isFolded && (
          <Button
            variant="quiet"
            className="-ml-2.5 text-small print:hidden"
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
          >
            {isOpen ? `Show the first ${SHOWN}` : `Show ${all}`}
          </Button>
        )}
        {rows < total && <p className={isFolded && !isOpen ? "hidden print:block" : "py-1"}>The first {all}</p>}
      </div>
    </div>
  );
}
