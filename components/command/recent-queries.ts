const KEY = "astrolabe-queries";
const MOST = 20;
const LONGEST = 2000;

/** The texts that were applied on this machine, the latest first. */
export function readRecent(): string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(stored) ? stored.filter((text) => typeof text === "string").slice(0, MOST) : [];
  } catch {
    // Somebody else's text, or a browser that keeps nothing.
    return [];
  }
}

/** Keeps these texts, and answers with them. */
export function keepRecent(texts: string[]): string[] {
  try {
    localStorage.setItem(KEY, JSON.stringify(texts));
  } catch {
    // A browser that keeps nothing.
  }
  return texts;
}

/** The texts with one more in front, each once, and no more of them than one looks through. */
export function withRecent(texts: readonly string[], text: string): string[] {
  if (text === "" || text.length > LONGEST) return [...texts];
  return [text, ...texts.filter((other) => other !== text)].slice(0, MOST);
}
