import { z } from "zod";
import { RequestError } from "#lib/events/request-error.ts";

const time = z.iso.datetime().refine((text) => !text.startsWith("0000"));
const cursorSchema = z.strictObject({
  /** Time and key of the last finding before. */
  t: time,
  k: z.string(),
  /** The commit number of the first page, and the instant from which its relative times count. */
  a: z.int().nonnegative(),
  n: time,
});

/** Where a page of findings begins, and as of when the list is. */
export type FindingCursor = { at: string; key: string; asOf: number; now: string };

/** The cursor as opaque text for URLs. */
export function encodeFindingCursor({ at, key, asOf, now }: FindingCursor): string {
  const content: z.infer<typeof cursorSchema> = { t: at, k: key, a: asOf, n: now };
  return Buffer.from(JSON.stringify(content)).toString("base64url");
}

/** @throws RequestError when the text is no cursor of ours. */
export function decodeFindingCursor(text: string): FindingCursor {
  let content: unknown;
  try {
    content = JSON.parse(Buffer.from(text, "base64url").toString());
  } catch {
    content = null;
  }
  const cursor = cursorSchema.safeParse(content);
  if (!cursor.success || cursor.data.k.includes("\0")) {
    throw new RequestError({ name: "cursor", value: text, message: "cursor is not one that a list gave out" });
  }
  const { t, k, a, n } = cursor.data;
  return { at: t, key: k, asOf: a, now: n };
}
