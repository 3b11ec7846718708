/** Controls, line ends, and the marks that turn or hide text around them. */
const UNSEEN = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu;

const IS_PLAIN = /^[!-~]+(?: [!-~]+)*$/;

/**
 * A value of a record as part of one line: white space becomes single spaces, what can't be seen becomes U+FFFD, and
 * what is longer than `maxLength` UTF-16 units is cut with an ellipsis.
 */
export function plainText(text: string, maxLength: number): string {
  if (text.length <= maxLength && IS_PLAIN.test(text)) return text;
  // Whatever is cut off anyway needs no cleaning.
  const plain = text
    .slice(0, maxLength * 4)
    .toWellFormed()
    .replace(/[\t\n\r ]+/g, " ")
    .replace(UNSEEN, "\uFFFD")
    .trim();
  return plain.length <= maxLength ? plain : `${plain.slice(0, maxLength - 1).toWellFormed()}…`;
}
