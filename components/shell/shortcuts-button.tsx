"use client";
import { Keyboard } from "lucide-react";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { ShortcutsSheet } from "./shortcuts-sheet.tsx";
import { useShortcut } from "./use-shortcut.ts";

/** Shows what keys do; so does `?`, anywhere outside a text field. */
export function ShortcutsButton() {
  const [isOpen, setOpen] = useState(false);
  useShortcut("?", () => setOpen(true), { isForDialogs: true });
  return (
    <>
      <Button
        variant="quiet"
        // Who has no keyboard has no use for it, and on a phone others need the room.
        className="w-8 px-0 max-sm:hidden"
        aria-label="Keyboard"
        title="Keyboard (?)"
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        <Keyboard className="size-4" aria-hidden="true" />
      </Button>
      {isOpen && <ShortcutsSheet onClose={() => setOpen(false)} />}
    </>
  );
}
