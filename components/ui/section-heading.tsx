import type { ReactNode } from "react";

/** The heading of a part of a page, with ways on at its end. */
export function SectionHeading({ id, children, more }: { id?: string; children: ReactNode; more?: ReactNode }) {
  return (
    <div className="flex h-8 items-center gap-4">
      <h2 id={id} className="font-semibold">
        {children}
      </h2>
      {more !== undefined && <span className="ml-auto text-small text-brass">{more}</span>}
    </div>
  );
}
