/** One value of a filter: events that have it, or (excluded) events that don't. */
export type FilterTerm = {
  /** As in a URL without a leading `!`: `*` stands for anything, `\*` for a star, `\!` for a leading exclamation mark. */
  pattern: string;
  isExcluded: boolean;
};

/**
 * Whether a term means the events without a value (`!*`). It excludes as long as it stands alone; beside included values
 * it is one more of them, as nothing has a value and none.
 */
export function isNoneTerm({ pattern, isExcluded }: FilterTerm): boolean {
  return isExcluded && pattern === "*";
}

/** The pattern that matches exactly this value. */
export function literalPattern(value: string): string {
  return value.replaceAll(/[\\*]/g, "\\$&").replace(/^!/, "\\!");
}

/**
 * The literal pieces of a pattern, between which anything may stand: one piece means that exact value.
 * A backslash before anything but `*`, `!` and `\` is a backslash.
 */
export function patternParts(pattern: string): string[] {
  const parts: string[] = [];
  let part = "";
  for (let index = 0; index < pattern.length; index++) {
    const character = pattern.charAt(index);
    const next = pattern.charAt(index + 1);
    if (character === "\\" && (next === "*" || next === "!" || next === "\\")) {
      part += next;
      index++;
    } else if (character === "*") {
      parts.push(part);
      part = "";
    } else {
      part += character;
    }
  }
  return [...parts, part];
}

/** The value a pattern stands for when it has no wildcard, else the pattern as written; for chips and headings. */
export function patternText(pattern: string): string {
  const parts = patternParts(pattern);
  return parts.length === 1 ? (parts[0] ?? "") : pattern;
}

/** The term of a URL's value. */
export function parseFilterTerm(value: string): FilterTerm {
  return value.startsWith("!") ? { pattern: value.slice(1), isExcluded: true } : { pattern: value, isExcluded: false };
}

/** A term as it stands in a URL. */
export function filterTermValue({ pattern, isExcluded }: FilterTerm): string {
  return isExcluded ? `!${pattern}` : pattern;
}
