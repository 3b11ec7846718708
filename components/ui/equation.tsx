import type { ReactNode } from "react";

type Term = { label: string; count: number; /** The count with its link. */ children?: ReactNode };
type Props = { total: Term; parts: readonly Term[] };

const counts = new Intl.NumberFormat("en-GB");

/** A sum and its parts, written out, with the word on whether they agree. */
export function Equation({ total, parts }: Props) {
  const sum = parts.reduce((before, part) => before + part.count, 0);
  const balances = sum === total.count;
  return (
    <div className="flex flex-wrap items-start gap-x-3 gap-y-2">
      <Number {...total} />
      {parts.map((part, index) => (
        <div key={part.label} className="flex gap-x-3">
          <span className="text-title text-ink-soft">{index === 0 ? "=" : "+"}</span>
          <Number {...part} />
        </div>
      ))}
      <span className={`self-center text-small ${balances ? "text-ink-soft" : "font-semibold text-failure"}`}>
        {balances ? "✓ balances" : `✗ ${counts.format(Math.abs(total.count - sum))} unaccounted for`}
      </span>
    </div>
  );
}

function Number({ label, count, children }: Term) {
  return (
    <div>
      <div className="text-title tabular-nums">{children ?? counts.format(count)}</div>
      <div className="text-small text-ink-soft">{label}</div>
    </div>
  );
}
