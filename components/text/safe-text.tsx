import { Fragment } from "react";
import { hiddenCharacters } from "./hidden-characters.ts";

type Props = { text: string; /** Tabs and line feeds are part of the layout, as in `<pre>`. */ keepsLines?: boolean };

/**
 * A value that somebody else wrote: the text itself, isolated from its neighbours' direction, with every character that
 * hides or reorders others shown by its code. What is selected and copied is the value, unchanged.
 */
export function SafeText({ text, keepsLines = false }: Props) {
  return (
    <bdi>
      {hiddenCharacters(text, keepsLines).map((part, index) =>
        part.code === null ? (
          // The parts of one text never move.
          <Fragment key={index}>{part.text}</Fragment>
        ) : (
          // HTML itself can't carry some of them (NUL, a carriage return, half a surrogate pair) to the browser as they are.
          <span key={index} className="hidden-character" data-code={part.code} suppressHydrationWarning>
            {part.text}
          </span>
        ),
      )}
    </bdi>
  );
}
