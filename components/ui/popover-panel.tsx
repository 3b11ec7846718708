"use client";
import { Popover as Primitive } from "radix-ui";
import { type ReactNode, type RefObject, useRef } from "react";

type Props = {
  label: string;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  /** The button that it hangs from. */
  trigger: RefObject<HTMLElement | null>;
  align: "start" | "end";
  children: ReactNode;
};

/** What hangs from a popover's button; its code comes when it is first wanted. */
export function PopoverPanel({ label, isOpen, onOpenChange, trigger, align, children }: Props) {
  /** By a click elsewhere, which takes the focus along. */
  const isLeft = useRef(false);
  return (
    <Primitive.Root open={isOpen} onOpenChange={onOpenChange}>
      <Primitive.Anchor virtualRef={trigger} />
      <Primitive.Portal>
        <Primitive.Content
          aria-label={label}
          align={align}
          sideOffset={4}
          collisionPadding={8}
          className="z-40 max-h-(--radix-popover-content-available-height) max-w-(--radix-popover-content-available-width) overflow-auto rounded-md border border-line bg-panel p-3 shadow-popover outline-none"
          onOpenAutoFocus={() => {
            isLeft.current = false;
          }}
          onInteractOutside={(event) => {
            // The button itself closes it.
            if (event.target instanceof Node && trigger.current?.contains(event.target)) event.preventDefault();
            else isLeft.current = true;
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            if (!isLeft.current) trigger.current?.focus();
          }}
        >
          {children}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
