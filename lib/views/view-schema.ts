// Apart from what browsers need of a view: there the schemas would be 30 KB for nothing.
import { z } from "zod";
import { LONGEST_NAME } from "./saved-view.ts";
import { viewQuery } from "./view-query.ts";

/** What a browser, Node and the proxies between them still carry in an address. */
const LONGEST_QUERY = 8000;

const name = z
  .string("must be a text")
  .trim()
  .min(1, "must not be empty")
  .max(LONGEST_NAME, `must not be longer than ${LONGEST_NAME} characters`)
  .refine((text) => !/[\p{Cc}\p{Cs}\u2028\u2029]/u.test(text), "must be one line of text");
const query = z
  .string("must be a text")
  .transform(viewQuery)
  .refine((text) => text.length <= LONGEST_QUERY, `must not be longer than ${LONGEST_QUERY} characters`)
  .refine((text) => /^[\x21\x22\x24-\x7e]*$/.test(text), "must be an address's query, with everything else escaped");
const isPinned = z.boolean("must be true or false");

/** What a view is made of. */
export const newViewSchema = z.strictObject({ name, query, isPinned: isPinned.optional() });
export type NewView = z.output<typeof newViewSchema>;

/** What can be changed of a view; what is absent stays. */
export const viewChangeSchema = z.strictObject({ name, query, isPinned }).partial();
export type ViewChange = z.output<typeof viewChangeSchema>;
