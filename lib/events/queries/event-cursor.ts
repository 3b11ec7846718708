import { z } from "zod";
import { RequestError } from "#lib/events/request-error.ts";

export type EventOrder = "asc" | "desc";

/** Postgres has no year 0. */
const timeSchema = z.iso.datetime().refine((time) => !time.startsWith("0000"));

const cursorSchema = z.strictObject({
  /** Time (microseconds and all) and id of the event at the page's edge. */
  t: timeSchema,
  i: z.string(),
  /** On to the events after it in the list's order, or back to those before it. */
  d: z.enum(["next", "prev"]),
  o: z.enum(["asc", "desc"]),
  /** The commit number of the first page, and the instant from which its relative times count. */
  a: z.int().nonnegative(),
  n: timeSchema,
});

/** Where a page of a list begins or ends, and as of when the list is. */
export type EventCursor = {
  eventTime: string;
  eventId: string;
  direction: "next" | "prev";
  order: EventOrder;
  asOf: number;
  now: string;
};

/** The cursor as opaque text for URLs. */
export function encodeEventCursor(cursor: EventCursor): string {
  const { eventTime, eventId, direction, order, asOf, now } = cursor;
  const content: z.infer<typeof cursorSchema> = { t: eventTime, i: eventId, d: direction, o: order, a: asOf, n: now };
  return Buffer.from(JSON.stringify(content)).toString("base64url");
}

/** @throws RequestError when the text is no cursor of ours. */
export function decodeEventCursor(text: string): EventCursor {
  let content: unknown;
  try {
    content = JSON.parse(Buffer.from(text, "base64url").toString());
  } catch {
    content = null;
  }
  const cursor = cursorSchema.safeParse(content);
  if (!cursor.success || cursor.data.i.includes("\0")) {
    throw new RequestError({ name: "cursor", value: text, message: "cursor is not one that a list gave out" });
  }
  const { t, i, d, o, a, n } = cursor.data;
  return { eventTime: t, eventId: i, direction: d, order: o, asOf: a, now: n };
}
