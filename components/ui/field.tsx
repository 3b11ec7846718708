import type { ComponentProps } from "react";
import { cn } from "./cn.ts";
import { Input } from "./input.tsx";

type Props = ComponentProps<"input"> & { name: string; label: string; /** What a number counts. */ unit?: string };

/** A labelled line of a form. */
export function Field({ label, unit, className, ...props }: Props) {
  const id = `field-${props.name}`;
  return (
    <div className={cn("min-w-0", className)}>
      <label htmlFor={id} className="block truncate text-small text-ink-soft">
        {label}
        {unit !== undefined && ` (${unit})`}
      </label>
      <Input id={id} {...props} />
    </div>
  );
}
