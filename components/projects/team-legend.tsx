import { X } from "lucide-react";
import { RoleMark } from "./role-mark.tsx";

/** What the bars mean. */
export function TeamLegend() {
  return (
    <>
      {["Owner", "Contributor", "Viewer"].map((role) => (
        <RoleMark key={role} role={role} />
      ))}
      <span className="inline-flex items-center gap-2">
        <span className="relative h-3 w-4 border border-line-strong" aria-hidden="true">
          <span className="absolute inset-x-0 -bottom-1 h-[3px] bg-ink" />
        </span>
        remote access
      </span>
      <span className="inline-flex items-center gap-2">
        <span className="hatched h-3 w-4 border border-dashed border-line-strong" aria-hidden="true" />
        unknown
      </span>
      <span className="inline-flex items-center gap-2">
        <span className="h-3 w-4 border border-r-4 border-line-strong border-r-ink" aria-hidden="true" />
        removed, or the project deleted
      </span>
      <span className="inline-flex items-center gap-1">
        <X className="size-3.5 text-failure" strokeWidth={3} aria-hidden="true" />
        failed call, changed nothing
      </span>
    </>
  );
}
