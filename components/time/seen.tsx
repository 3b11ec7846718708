import { formatTime, timeParts } from "./format-time.ts";

/** From which day to which something was seen; the moments on hover. */
export function Seen({ first, last, timeZone }: { first: string; last: string; timeZone: string }) {
  const [from, to] = [timeParts(first, timeZone).date, timeParts(last, timeZone).date];
  const moments = first === last ? [first] : [first, last];
  return (
    <span
      className="whitespace-nowrap font-mono text-small"
      title={moments.map((moment) => formatTime(moment, timeZone)).join(" – ")}
    >
      <time dateTime={first}>{from}</time>
      {from !== to && (
        <>
          <span className="text-ink-soft"> – </span>
          <time dateTime={last}>{to}</time>
        </>
      )}
    </span>
  );
}
