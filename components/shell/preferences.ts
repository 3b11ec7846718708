import { cookies } from "next/headers";
import { isTimeZone } from "#lib/events/time-zone.ts";

export type Theme = "light" | "dark" | "system";

/** The theme cookie; anything else than `light` and `dark` follows the system. */
export async function readTheme(): Promise<Theme> {
  const value = (await cookies()).get("theme")?.value;
  return value === "light" || value === "dark" ? value : "system";
}

/** The IANA name of the zone that times are shown in; UTC unless the cookie names one. */
export async function readTimeZone(): Promise<string> {
  const value = (await cookies()).get("tz")?.value;
  return value !== undefined && isTimeZone(value) ? value : "UTC";
}

/** How wide the open event is beside the table, in px; undefined until somebody drew it. */
export async function readPanelWidth(): Promise<number | undefined> {
  const width = Number((await cookies()).get("panel")?.value);
  return Number.isSafeInteger(width) && width > 0 ? width : undefined;
}

/** Whether the timeline over the list of events is folded away. */
export async function readTimelineFold(): Promise<boolean> {
  return (await cookies()).get("timeline")?.value === "folded";
}
