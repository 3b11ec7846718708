import { type VariantProps, cva } from "class-variance-authority";
import { Slot } from "radix-ui";
import type { ComponentProps } from "react";
import { cn } from "./cn.ts";

const buttonStyles = cva(
  "inline-flex h-8 shrink-0 items-center justify-center gap-1.5 whitespace-nowrap rounded-md border px-2.5 disabled:opacity-60 aria-disabled:opacity-60",
  {
    variants: {
      variant: {
        plain:
          "border-line bg-panel text-ink hover:border-line-strong aria-pressed:border-brass aria-pressed:bg-brass-wash",
        main: "border-brass bg-brass text-paper hover:opacity-90",
        quiet: "border-transparent text-ink-soft hover:bg-sunken hover:text-ink",
      },
    },
    defaultVariants: { variant: "plain" },
  },
);

type Props = ComponentProps<"button"> &
  VariantProps<typeof buttonStyles> & { /** The child is the button: a link. */ asChild?: boolean };

/** A button, or with `asChild` a link that looks like one. */
export function Button({ className, variant, asChild = false, type = "button", ...props }: Props) {
  const styles = cn(buttonStyles({ variant }), className);
  return asChild ? <Slot.Root className={styles} {...props} /> : <button type={type} className={styles} {...props} />;
}
