"use client";
import { useMemo, useState } from "react";
import { jqPath } from "#lib/events/jq-path.ts";
import { diffRecords, type Difference } from "./diff-records.ts";
import { diffText, sideText } from "./diff-text.ts";
import { parseRecord } from "./parse-record.ts";
import { pathOf, type RecordNode } from "./record-node.ts";
import { countOf, formatCount } from "#components/text/format-count.ts";
import { SafeText } from "#components/text/safe-text.tsx";
import { Button } from "#components/ui/button.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";

const PORTION = 200;
const SHOWN = 2000;

type Props = { /** The other record. */ before: string; after: string };

/** What differs between two records, value by value; what is the same is folded away. */
export function RecordDiff({ before, after }: Props) {
  const { differences, same } = useMemo(() => diffRecords(parseRecord(before), parseRecord(after)), [before, after]);
  const [limit, setLimit] = useState(PORTION);
  return (
    <div className="grid grid-cols-1 gap-3">
      <div className="flex items-center justify-between">
        <h3 className="font-semibold">
          {differences.length === 0 ? "No value differs" : countOf(differences.length, "difference")}
        </h3>
        {differences.length > 0 && (
          <CopyButton className="h-7" label="Copy as text" text={() => diffText(differences, before, after)} />
        )}
      </div>
      {differences.length > 0 && (
        <ul className="border-t border-line">
          {differences.slice(0, limit).map((difference, at) => (
            // One list of differences never changes its order.
            <li key={at} className="border-b border-line py-1.5 font-mono text-small">
              <div className="break-all text-ink-soft">
                <SafeText text={jqPath(difference.path)} />
              </div>
              <Sides difference={difference} before={before} after={after} />
            </li>
          ))}
        </ul>
      )}
      {differences.length > limit && (
        <Button onClick={() => setLimit(limit + PORTION)}>Show more of {formatCount(differences.length)}</Button>
      )}
      <SameValues same={same} json={after} />
    </div>
  );
}

function Sides({ difference: { before: one, after: other }, before, after }: { difference: Difference } & Props) {
  return (
    <>
      {one && <Side sign="−" word="in the other" className="text-failure" text={sideText(one, before)} />}
      {other && <Side sign="+" word="in this one" className="text-write" text={sideText(other, after)} />}
    </>
  );
}

function Side({ sign, word, className, text }: { sign: string; word: string; className: string; text: string }) {
  const more = text.length - SHOWN;
  return (
    <div className="flex gap-2 break-all">
      <span className={`shrink-0 font-semibold ${className}`} aria-label={word} role="img">
        {sign}
      </span>
      <span className="min-w-0 whitespace-pre-wrap">
        <SafeText text={more > 0 ? text.slice(0, SHOWN) : text} keepsLines />
        {more > 0 && <span className="text-ink-soft">… {formatCount(more)} more characters</span>}
      </span>
    </div>
  );
}

function SameValues({ same, json }: { same: readonly RecordNode[]; json: string }) {
  const [isOpen, setOpen] = useState(false);
  if (same.length === 0) return null;
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="py-1 text-ink-soft">{countOf(same.length, "value")} the same in both</summary>
      {isOpen && (
        <ul className="font-mono text-small">
          {same.slice(0, PORTION).map((node) => (
            <li key={node.id} className="break-all py-0.5">
              <span className="text-ink-soft">
                <SafeText text={jqPath(pathOf(node))} />:{" "}
              </span>
              <SafeText text={json.slice(node.start, Math.min(node.end, node.start + SHOWN))} />
            </li>
          ))}
          {same.length > PORTION && <li className="text-ink-soft">and {formatCount(same.length - PORTION)} more</li>}
        </ul>
      )}
    </details>
  );
}
