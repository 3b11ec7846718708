"use client";
import { X } from "lucide-react";
import { type MouseEvent, type ReactNode, useId, useLayoutEffect, useRef } from "react";
import { cn } from "./cn.ts";

type Props = {
  title: string;
  onClose: () => void;
  /** Where it stands: at the left edge, as high as the page, or in the middle. */
  at: "left" | "middle";
  children: ReactNode;
};

const PLACES = {
  left: "inset-y-0 left-0 h-dvh max-h-none w-80 max-w-[calc(100vw-2rem)] border-r",
  middle: "inset-x-0 top-[10vh] mx-auto max-h-[80vh] w-[calc(100vw-2rem)] max-w-2xl rounded-md border",
};

/**
 * What covers the page until it is done with: Escape and a click beside it close it, focus returns to where it was. The
 * browser's own dialog: a library's would write a style element, which the content policy refuses.
 */
export function Sheet({ title, onClose, at, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  // Before the page is drawn, and taken back before the element is gone: only then does the focus return.
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  const close = () => dialog.current?.close();
  function clickBeside(event: MouseEvent) {
    if (event.target === dialog.current) close();
  }
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions -- the key is Escape, which is the browser's
    <dialog
      ref={dialog}
      aria-labelledby={id}
      className={cn(
        "fixed m-0 flex-col border-line bg-panel p-0 text-ink shadow-popover outline-none backdrop:bg-black/40 open:flex print:hidden",
        PLACES[at],
      )}
      onClose={onClose}
      onClick={clickBeside}
    >
      <div className="flex shrink-0 items-center border-b border-line py-2 pl-4 pr-2">
        <h2 id={id} className="grow font-semibold">
          {title}
        </h2>
        <button
          type="button"
          aria-label="Close"
          className="flex size-8 items-center justify-center rounded-sm text-ink-soft pointer-coarse:size-10 hover:bg-sunken hover:text-ink"
          onClick={close}
        >
          <X className="size-4" aria-hidden="true" />
        </button>
      </div>
      <div className="min-h-0 grow overflow-y-auto px-4 py-2">{children}</div>
    </dialog>
  );
}
