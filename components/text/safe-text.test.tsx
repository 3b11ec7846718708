import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { MiddleEllipsis } from "./middle-ellipsis.tsx";
import { SafeText } from "./safe-text.tsx";

const ENTITIES: Record<string, string> = { "&lt;": "<", "&gt;": ">", "&amp;": "&", "&quot;": '"', "&#x27;": "'" };
/** What a reader of the document would copy. */
const textOf = (markup: string) =>
  markup.replaceAll(/<[^>]*>/g, "").replaceAll(/&[a-z#0-9]+;/g, (entity) => ENTITIES[entity] ?? entity);

const hostile = [
  "<img src=x onerror=alert(1)>",
  "</script><script>alert(1)</script>",
  "shop\u202egpj.exe",
  "zero\u200bwidth",
  `arn:aws:iam::111122223333:user/${"x".repeat(2000)}`,
  "' onmouseover='alert(1)",
];

describe.each(hostile)("%j", (text) => {
  test("stays the text it is, and no more than text", () => {
    const markup = renderToStaticMarkup(<SafeText text={text} />);
    expect(textOf(markup)).toBe(text);
    expect(
      markup.replaceAll(/<\/?bdi>|<span class="hidden-character" data-code="U\+[0-9A-F]+">|<\/span>/g, ""),
    ).not.toMatch(/[<>]/);
  });

  test("is whole in the document where it is cut on the screen", () => {
    expect(textOf(renderToStaticMarkup(<MiddleEllipsis text={text} />))).toBe(text);
  });
});

test("what hides is shown by its code", () => {
  expect(renderToStaticMarkup(<SafeText text={"a\u202eb"} />)).toContain('data-code="U+202E"');
});
