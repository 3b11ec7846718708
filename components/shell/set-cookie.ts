/** Keeps a choice of how pages look for a year, in this browser. An empty value forgets it. */
export function setCookie(name: string, value: string): void {
  const age = value === "" ? 0 : 31_536_000;
  document.cookie = `${name}=${encodeURIComponent(value)}; path=/; max-age=${age}; samesite=lax`;
}
