/** Keeps a choice of how pages look for a year, in this browser. An empty value forgets it. */
export function setCookie(name: string, value: string): void {
  const age = value === "" ? 0 : 31_536_000;
  // eslint-disable-next-line unicorn/no-document-cookie -- the Cookie Store API is missing in some browsers
  document.cookie = `${name}=${encodeURIComponent(value)}; path=/; max-age=${age}; samesite=lax`;
}
