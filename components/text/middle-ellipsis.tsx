import type { CSSProperties } from "react";
import { visibleText } from "./hidden-characters.ts";
import { SafeText } from "./safe-text.tsx";

type Props = { text: string; /** Characters that stay at the end, whatever the width. */ tail?: number };

/**
 * An id, ARN or address in mono that gives way in its middle when it gets narrow. The element holds the whole text, so
 * a copy is whole; so is the title.
 */
export function MiddleEllipsis({ text, tail = 10 }: Props) {
  const characters = [...text];
  if (characters.length <= tail + 4) {
    return (
      <span className="middle text-ellipsis font-mono text-small leading-5" title={visibleText(text)}>
        <SafeText text={text} />
      </span>
    );
  }
  const cut = characters.length - tail;
  return (
    <span
      className="middle font-mono text-small leading-5"
      style={{ "--tail": tail } as CSSProperties}
      title={visibleText(text)}
    >
      <span className="middle-head">
        <SafeText text={characters.slice(0, cut).join("")} />
      </span>
      <span className="middle-tail">
        <SafeText text={characters.slice(cut).join("")} />
      </span>
    </span>
  );
}
