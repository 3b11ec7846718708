import type { ComponentProps } from "react";
import { cn } from "./cn.ts";

/** A table whose rows are 32 px high; its cells don't wrap. */
export function Table({ className, ...props }: ComponentProps<"table">) {
  return <table className={cn("w-full border-collapse text-left", className)} {...props} />;
}

/** A column's heading. */
export function Th({ className, ...props }: ComponentProps<"th">) {
  return (
    <th
      scope="col"
      className={cn(
        "h-8 truncate border-b border-line-strong pr-4 text-small font-medium text-ink-soft last:pr-0",
        className,
      )}
      {...props}
    />
  );
}

/** A cell; `className="text-right"` for numbers. */
export function Td({ className, ...props }: ComponentProps<"td">) {
  return <td className={cn("h-8 truncate border-b border-line pr-4 last:pr-0", className)} {...props} />;
}
