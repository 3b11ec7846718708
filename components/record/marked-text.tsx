import type { ReactNode } from "react";
import { SafeText } from "#components/text/safe-text.tsx";

/** Somebody else's text with what was searched for marked in it. */
export function MarkedText({ text, pattern }: { text: string; pattern: RegExp | null }) {
  if (pattern === null) return <SafeText text={text} />;
  const parts: ReactNode[] = [];
  let end = 0;
  for (const match of text.matchAll(pattern)) {
    if (match[0] === "") continue;
    if (match.index > end) parts.push(<SafeText key={end} text={text.slice(end, match.index)} />);
    end = match.index + match[0].length;
    parts.push(
      <mark key={match.index} className="bg-brass-wash text-ink outline outline-brass">
        <SafeText text={match[0]} />
      </mark>,
    );
  }
  if (end < text.length || parts.length === 0) parts.push(<SafeText key={end} text={text.slice(end)} />);
  return parts;
}
