import type { ReactNode } from "react";

/** One sentence in the place of what isn't there, why, and ways to go on. */
export function Notice({
  title,
  children,
  isAlert = false,
}: {
  title: string;
  children: ReactNode;
  isAlert?: boolean;
}) {
  return (
    <div
      role={isAlert ? "alert" : undefined}
      className="my-4 border-l-2 border-line-strong py-2 pl-4 text-ink-soft [&_a]:text-brass [&_a]:underline"
    >
      <p className="font-medium text-ink">{title}</p>
      <div className="mt-1 max-w-prose">{children}</div>
    </div>
  );
}
