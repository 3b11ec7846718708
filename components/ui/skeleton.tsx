import { cn } from "./cn.ts";

/** A place where something will be, of its size. */
export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden="true" className={cn("rounded-sm bg-sunken", className)} />;
}
