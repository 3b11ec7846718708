"use client";
import { useEffect } from "react";
import { ago } from "./ago.ts";

/** Gives every time on the page, when it is pointed at, its instant in UTC as ISO 8601 and how long ago it was. */
export function TimeTitles() {
  useEffect(() => {
    const name = (event: PointerEvent) => {
      const time = event.target instanceof Element ? event.target.closest<HTMLTimeElement>("time[datetime]") : null;
      const title = time && timeTitle(time.dateTime, new Date());
      if (title) time.title = title;
    };
    document.addEventListener("pointerover", name, { passive: true });
    return () => document.removeEventListener("pointerover", name);
  }, []);
  return null;
}

/** `2024-07-31T14:05:09Z, 120 d ago`; null for what is no instant. */
export function timeTitle(dateTime: string, now: Date): string | null {
  if (!/T.*(?:Z|[+-]\d\d:?\d\d)$/.test(dateTime) || Number.isNaN(Date.parse(dateTime))) return null;
  const iso = new Date(dateTime).toISOString();
  const text = iso.replace(".000Z", "Z");
  return Date.parse(iso) > now.getTime() ? text : `${text}, ${ago(iso, now.toISOString())}`;
}
