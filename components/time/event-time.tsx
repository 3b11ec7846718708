import { formatTime } from "./format-time.ts";

/** A moment in the one form, `2024-07-31 14:05:09 +00:00`; the offset steps back. UTC in ISO 8601 on hover. */
export function EventTime({ iso, timeZone }: { iso: string; timeZone: string }) {
  const text = formatTime(iso, timeZone);
  return (
    <time
      dateTime={iso}
      title={new Date(iso).toISOString().replace(".000Z", "Z")}
      className="whitespace-nowrap font-mono text-small"
    >
      {text.slice(0, -6)}
      <span className="text-ink-soft">{text.slice(-6)}</span>
    </time>
  );
}
