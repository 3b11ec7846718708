"use client";
import type { ReactNode } from "react";
import { Sheet } from "#components/ui/sheet.tsx";

/** The values where there is no room for them beside the table. */
export function FacetSheet({ onClose, children }: { onClose: () => void; children: ReactNode }) {
  return (
    <Sheet at="left" title="Narrow by value" onClose={onClose}>
      {children}
    </Sheet>
  );
}
