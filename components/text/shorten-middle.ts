/**
 * A text of at most `length` characters: the middle gives way to `…`, since ids and ARNs differ at their ends.
 * Counts code points, so no character is cut in two.
 */
export function shortenMiddle(text: string, length: number): string {
  const characters = [...text];
  if (characters.length <= length) return text;
  const tail = Math.floor((length - 1) / 2);
  const head = length - 1 - tail;
  return `${characters.slice(0, head).join("")}…${characters.slice(characters.length - tail).join("")}`;
}
