/** Dots alone are resolved away in a path, even percent-encoded; a tilde before them keeps them. */
const DOTS = /^~*\.{1,2}$/;

/** A value as one segment of a path, whatever it holds. */
export function pathSegment(value: string): string {
  const text = value.toWellFormed();
  return encodeURIComponent(DOTS.test(text) ? `~${text}` : text);
}

/** A page's segments as what they say; one that isn't well encoded stays as it is written. */
export function readSegments<Params extends Record<string, string>>(params: Params): Params {
  return Object.fromEntries(Object.entries(params).map(([name, segment]) => [name, valueOf(segment)])) as Params;
}

function valueOf(segment: string): string {
  let text = segment;
  try {
    text = decodeURIComponent(segment);
  } catch {
    // Kept as it is.
  }
  return withoutTilde(text);
}

/** The segments of a route handler as what they say: unlike a page's, they come decoded. */
export function readDecodedSegments<Params extends Record<string, string>>(params: Params): Params {
  return Object.fromEntries(Object.entries(params).map(([name, text]) => [name, withoutTilde(text)])) as Params;
}

function withoutTilde(text: string): string {
  return text.startsWith("~") && DOTS.test(text) ? text.slice(1) : text;
}
