const SAFE_METHODS = ["GET", "HEAD", "OPTIONS"];

/**
 * Whether a request may change something: a browser's must come from a page of this very host. No `Origin` at all is
 * no browser; `null` is a page that hides where it comes from.
 */
export function mayChange(request: { method: string; origin: string | null; host: string | null }): boolean {
  if (SAFE_METHODS.includes(request.method) || request.origin === null) return true;
  if (request.host === null || !URL.canParse(request.origin)) return false;
  const origin = new URL(request.origin);
  if (origin.protocol !== "http:" && origin.protocol !== "https:") return false;
  const own = `${origin.protocol}//${request.host}`;
  return URL.canParse(own) && origin.host === new URL(own).host;
}
