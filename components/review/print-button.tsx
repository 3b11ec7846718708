"use client";
import { Printer } from "lucide-react";
import { Button } from "#components/ui/button.tsx";

/** Opens the browser's dialog for printing. */
export function PrintButton() {
  return (
    <Button onClick={() => globalThis.print()}>
      <Printer className="size-3.5" aria-hidden="true" />
      Print
    </Button>
  );
}
