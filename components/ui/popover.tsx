"use client";
import { Popover as Primitive } from "radix-ui";
import type { ReactNode } from "react";

type Props = {
  label: string;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  /** One button. */
  trigger: ReactNode;
  align?: "start" | "end";
  children: ReactNode;
};

/** A panel that hangs from its button; Escape and a click elsewhere close it, focus returns to the button. */
export function Popover({ label, isOpen, onOpenChange, trigger, align = "start", children }: Props) {
  return (
    <Primitive.Root open={isOpen} onOpenChange={onOpenChange}>
      <Primitive.Trigger asChild>{trigger}</Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content
          aria-label={label}
          align={align}
          sideOffset={4}
          collisionPadding={8}
          className="z-40 max-h-(--radix-popover-content-available-height) max-w-(--radix-popover-content-available-width) overflow-auto rounded-md border border-line bg-panel p-3 shadow-popover outline-none"
        >
          {children}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
