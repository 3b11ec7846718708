import type { ComponentProps } from "react";
import { cn } from "./cn.ts";

/** A part of the page that scrolls by itself, by keyboard too. */
export function ScrollRegion({ label, className, ...props }: ComponentProps<"div"> & { label: string }) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable
    <div role="region" aria-label={label} tabIndex={0} className={cn("relative overflow-auto", className)} {...props} />
  );
}
