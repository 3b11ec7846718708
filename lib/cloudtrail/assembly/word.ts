// One word of eight letters, looked for in every block: by two of its letters at once, then by all.

/** Which of its letters: two that seldom stand so in a log file (of “codestar”: in one block of twenty). */
export const PAIR_FIRST: usize = 1;
export const PAIR_SECOND: usize = 7;

/** Which of these bytes, that stand at this address, are the first of the pair. */
// @ts-ignore: decorator
@inline
export function isPair(bytes: v128, at: usize, first: v128, second: v128): v128 {
  const later = v128.load(at, PAIR_SECOND - PAIR_FIRST);
  return v128.and(i8x16.eq(bytes, first), i8x16.eq(later, second));
}

/** Whether the word has its pair here, the other letters in either case; before a file's first byte stands no letter. */
export function isWordAt(pair: usize, word: usize): bool {
  return (load<u64>(pair - PAIR_FIRST) | 0x2020_2020_2020_2020) === load<u64>(word);
}

/** Whether the backslash at this address begins an escape that may be a letter: \u0041 to \u007a. */
// @ts-ignore: decorator
@inline
export function hidesLetter(at: usize): bool {
  if (load<u32>(at) !== 0x3030_755c) return false;
  const digit = load<u8>(at, 4);
  return digit >= 0x34 && digit <= 0x37;
}
