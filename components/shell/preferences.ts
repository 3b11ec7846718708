import { cookies } from "next/headers";

export type Theme = "light" | "dark" | "system";

/** Whether the name is one of a time zone that this runtime knows. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** The theme cookie; anything else than `light` and `dark` follows the system. */
export async function readTheme(): Promise<Theme> {
  const value = (await cookies()).get("theme")?.value;
  return value === "light" || value === "dark" ? value : "system";
}

/** The IANA name of the zone that times are shown in; UTC unless the cookie names one. */
export async function readTimeZone(): Promise<string> {
  const value = (await cookies()).get("tz")?.value;
  if (value === undefined) return "UTC";
  const name = decodeURIComponent(value);
  return isTimeZone(name) ? name : "UTC";
}
