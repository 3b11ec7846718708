"use client";
import { cloneElement, type ComponentProps, type ReactElement, type ReactNode, useRef, useState } from "react";
import { lazyPart } from "./lazy-part.tsx";

const load = () => import("./popover-panel.tsx");
// Comes after the page can be used: on the way to the button, or with its first click.
/** Only to be quick: whoever then opens it is told of what doesn't come. */
const fetchEarly = () => void load().catch(() => undefined);
const PopoverPanel = lazyPart(() => load().then((module) => module.PopoverPanel), {
  name: "This menu",
  isAfloat: true,
});

type Props = {
  label: string;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  /** One button. */
  trigger: ReactElement<ComponentProps<"button">>;
  align?: "start" | "end";
  children: ReactNode;
};

/** A panel that hangs from its button; Escape and a click elsewhere close it, focus returns to the button. */
export function Popover({ label, isOpen, onOpenChange, trigger, align = "start", children }: Props) {
  const ref = useRef<HTMLButtonElement>(null);
  const [wasOpened, setWasOpened] = useState(isOpen);
  if (isOpen && !wasOpened) setWasOpened(true);
  return (
    <>
      {cloneElement(trigger, {
        ref,
        "aria-haspopup": "dialog",
        "aria-expanded": isOpen,
        onClick: () => onOpenChange(!isOpen),
        onFocus: fetchEarly,
        onPointerEnter: fetchEarly,
      })}
      {wasOpened && (
        <PopoverPanel label={label} isOpen={isOpen} onOpenChange={onOpenChange} trigger={ref} align={align}>
          {children}
        </PopoverPanel>
      )}
    </>
  );
}
