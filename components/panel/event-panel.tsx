"use client";

type Props = { timeZone: string };

/** The open event, beside the table. */
export function EventPanel(_props: Props) {
  return null;
}
