import { z } from "zod";
import { FACET_NAMES } from "#lib/events/fields.ts";

/** What the text of a parameter may be; each but `facetField` may be left out. */
export const paramTypes = {
  /** In decimal digits. */
  wholeNumber(least: number, most: number) {
    const message = `must be a whole number from ${least} to ${most}`;
    return z
      .string()
      .regex(/^\d{1,16}$/, message)
      .transform(Number)
      .pipe(z.number().min(least, message).max(most, message))
      .optional();
  },

  oneOf<const Words extends readonly [string, ...string[]]>(words: Words) {
    return z.enum(words, `must be ${words.join(" or ")}`).optional();
  },

  /** Checked where it is used. */
  text: z.string().optional(),

  /** The number of an ingest commit. */
  get commit() {
    return paramTypes.wholeNumber(0, Number.MAX_SAFE_INTEGER);
  },

  /** Our number of a log file, or all of them. */
  logFileOrAll: z
    .union(
      [
        z.literal("all"),
        z
          .string()
          .regex(/^[1-9]\d{0,14}$/)
          .transform(Number),
      ],
      "must be a log file's number or all",
    )
    .optional(),

  /** A field whose values can be counted, by its name among the filters. */
  facetField: z.enum(FACET_NAMES, `must be one of ${FACET_NAMES.join(", ")}`),
};
