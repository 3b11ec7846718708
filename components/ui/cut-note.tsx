import type { ReactNode } from "react";

const counts = new Intl.NumberFormat("en-GB");

type Props = { shown: number; total: number; /** Where the others are. */ children?: ReactNode };

/** Says below a list that it was cut, and where the rest is; nothing below one that is whole. */
export function CutNote({ shown, total, children }: Props) {
  if (shown >= total) return null;
  return (
    <p className="py-1 text-small text-ink-soft">
      {counts.format(shown)} of {counts.format(total)} are shown. {children}
    </p>
  );
}
