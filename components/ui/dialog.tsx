"use client";
import { X } from "lucide-react";
import { type ReactNode, useEffect, useId, useRef } from "react";
import { Button } from "./button.tsx";

type Props = {
  title: string;
  onClose: () => void;
  /** Asked when Escape is pressed: false keeps the dialog open, because something else was ended by it. */
  mayEscape?: () => boolean;
  children: ReactNode;
};

/**
 * What must be done or left before the page goes on: the browser's own modal dialog, which keeps focus inside, gives it
 * back and needs no styles that the pages' policy forbids. Open as long as it is drawn.
 */
export function Dialog({ title, onClose, mayEscape = () => true, children }: Props) {
  const ref = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const dialog = ref.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={ref}
      aria-labelledby={id}
      onCancel={(event) => {
        if (event.target === ref.current && !mayEscape()) event.preventDefault();
      }}
      onClose={(event) => {
        // React's strict mode closes it and opens it again at once; that is told late.
        if (event.target === ref.current && !ref.current.open) onClose();
      }}
      className="m-auto max-h-[calc(100dvh-1rem)] w-160 max-w-[calc(100vw-1rem)] overflow-auto rounded-md border border-line bg-panel p-4 text-ink shadow-popover backdrop:bg-[#000]/40"
    >
      <div className="mb-3 flex items-center gap-4">
        <h2 id={id} className="text-title font-semibold">
          {title}
        </h2>
        <Button variant="quiet" className="-my-1 -mr-2 ml-auto w-8 px-0" title="Close" onClick={onClose}>
          <X className="size-4" aria-hidden="true" />
          <span className="sr-only">Close</span>
        </Button>
      </div>
      {children}
    </dialog>
  );
}
