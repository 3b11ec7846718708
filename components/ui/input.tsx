import type { ComponentProps } from "react";
import { cn } from "./cn.ts";

/** A line of text. */
export function Input({ className, type = "text", ...props }: ComponentProps<"input">) {
  return (
    <input
      type={type}
      className={cn(
        "h-8 w-full min-w-0 rounded-md border border-line-strong bg-panel px-2 placeholder:text-ink-soft aria-invalid:border-failure",
        className,
      )}
      {...props}
    />
  );
}
