"use client";
import { X } from "lucide-react";
import { Dialog } from "radix-ui";
import type { ReactNode } from "react";
import { cn } from "./cn.ts";

type Props = {
  title: string;
  onClose: () => void;
  /** Where it stands: at the left edge, as high as the page, or in the middle. */
  at: "left" | "middle";
  children: ReactNode;
};

const PLACES = {
  left: "inset-y-0 left-0 w-80 max-w-[calc(100vw-2rem)] border-r",
  middle: "left-1/2 top-[10vh] max-h-[80vh] w-[calc(100vw-2rem)] max-w-2xl -translate-x-1/2 rounded-md border",
};

/** What covers the page until it is done with: Escape and a click beside it close it, focus returns to where it was. */
export function Sheet({ title, onClose, at, children }: Props) {
  return (
    <Dialog.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-ink/30" />
        <Dialog.Content
          aria-describedby={undefined}
          className={cn(
            "fixed z-50 flex flex-col border-line bg-panel shadow-popover outline-none print:hidden",
            PLACES[at],
          )}
        >
          <div className="flex shrink-0 items-center border-b border-line py-2 pl-4 pr-2">
            <Dialog.Title className="grow font-semibold">{title}</Dialog.Title>
            <Dialog.Close
              aria-label="Close"
              className="flex size-8 items-center justify-center rounded-sm text-ink-soft pointer-coarse:size-10 hover:bg-sunken hover:text-ink"
            >
              <X className="size-4" aria-hidden="true" />
            </Dialog.Close>
          </div>
          <div className="min-h-0 grow overflow-y-auto px-4 py-2">{children}</div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
