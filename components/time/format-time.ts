const formats = new Map<string, Intl.DateTimeFormat>();

function formatIn(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat("en-GB", {
      timeZone,
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
      hourCycle: "h23",
      timeZoneName: "longOffset",
    });
    formats.set(timeZone, format);
  }
  return format;
}

export type TimeParts = { date: string; time: string; offset: string };

/** A moment taken apart in a zone: `2024-07-31`, `14:05:09`, `+00:00`. Fractions of a second are left out. */
export function timeParts(iso: string, timeZone: string): TimeParts {
  const parts = Object.fromEntries(
    formatIn(timeZone)
      .formatToParts(new Date(iso))
      .map((part) => [part.type, part.value]),
  );
  return {
    date: `${parts["year"]}-${parts["month"]}-${parts["day"]}`,
    time: `${parts["hour"]}:${parts["minute"]}:${parts["second"]}`,
    offset: (parts["timeZoneName"] ?? "GMT").replace("GMT", "") || "+00:00",
  };
}

/** The one form of a time: `2024-07-31 14:05:09 +00:00`, always as wide, always with its offset. */
export function formatTime(iso: string, timeZone: string): string {
  const { date, time, offset } = timeParts(iso, timeZone);
  return `${date} ${time} ${offset}`;
}
