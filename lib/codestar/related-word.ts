/**
 * In every mark of related-reasons.ts, with or without capitals, so that the bytes of most records tell early that they
 * can't be related. The record scanner looks for it.
 */
export const RELATED_WORD = "codestar";

/** The same as the scanner asks: two letters have no capital in any mark, and an escape may be any letter. */
const MAY_HAVE_IT = /[cC]o[dD][eE][sS][tT][aA]r|\\u00[4-7]/;

/** Whether a record's text may have the word in it. */
export function mayHaveRelatedWord(text: string): boolean {
  return MAY_HAVE_IT.test(text);
}
