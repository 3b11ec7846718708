import Link from "next/link";
import type { ComponentProps } from "react";
import { cn } from "./cn.ts";

/**
 * A value that leads somewhere, in the colour of the text around it; underlined on the way. Not fetched ahead: a page
 * holds hundreds of them.
 */
export function TextLink({ className, ...props }: ComponentProps<typeof Link>) {
  return (
    <Link
      prefetch={false}
      className={cn("underline-offset-2 decoration-line-strong hover:text-brass hover:underline", className)}
      {...props}
    />
  );
}
