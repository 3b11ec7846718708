import { countOf, formatCount } from "#components/text/format-count.ts";
import type { RecordNode } from "./record-node.ts";
import { MarkedText } from "./marked-text.tsx";

/** Longer texts go on in the record's text, and in copies. */
const SHOWN = 2000;

type Props = { node: RecordNode; isOpen: boolean; pattern: RegExp | null };

/** A value in one line of the tree; of what has members how many there are. */
export function NodeText({ node, isOpen, pattern }: Props) {
  const soft = (text: string) => <span className="text-ink-soft">{text}</span>;
  switch (node.kind) {
    case "object":
      if (node.members.length === 0) return soft("{ }");
      return soft(isOpen ? "" : `{ ${countOf(node.members.length, "member")} }`);
    case "array":
      if (node.members.length === 0) return soft("[ ]");
      return soft(isOpen ? "" : `[ ${countOf(node.members.length, "element")} ]`);
    case "range": {
      const [first, last] = [node.members[0]?.step, node.members.at(-1)?.step];
      if (typeof first === "number") return soft(`[${formatCount(first)} … ${formatCount(Number(last))}]`);
      return (
        <>
          <MarkedText text={String(first)} pattern={null} /> … <MarkedText text={String(last)} pattern={null} />
        </>
      );
    }
    case "string": {
      const more = node.value.length - SHOWN;
      return (
        <>
          {soft("“")}
          <MarkedText text={more > 0 ? node.value.slice(0, SHOWN) : node.value} pattern={pattern} />
          {soft(more > 0 ? `… ${formatCount(more)} more characters` : "”")}
        </>
      );
    }
    default:
      return <MarkedText text={node.value} pattern={pattern} />;
  }
}
