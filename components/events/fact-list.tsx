import type { ReactNode } from "react";

/** Facts under a heading, each with its name. */
export function FactList({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h2 className="border-b border-line-strong pb-1 font-semibold">{title}</h2>
      <dl>{children}</dl>
    </section>
  );
}
