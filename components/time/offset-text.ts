/** How far one moment lies from another: `−2 min 03 s`, `+45 s`; `0 s` within the same second. */
export function offsetText(from: string, to: string): string {
  const seconds = Math.round((Date.parse(to) - Date.parse(from)) / 1000);
  if (seconds === 0) return "0 s";
  const sign = seconds < 0 ? "−" : "+";
  const length = Math.abs(seconds);
  if (length < 60) return `${sign}${length} s`;
  return `${sign}${Math.floor(length / 60)} min ${String(length % 60).padStart(2, "0")} s`;
}
