import { z } from "zod";
import { FACET_NAMES } from "#lib/events/fields.ts";
import { parseTimeBound } from "#lib/events/time-bound.ts";

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

  /** An instant, written as those of the filter are. */
  instant: z
    .string()
    .transform((text, context) => {
      const instant = parseTimeBound(text.trim(), new Date());
      if (instant !== null) return instant;
      const message = "must be an ISO 8601 time such as 2024-07-31T12:00:00Z, or relative such as -7d";
      context.addIssue({ code: "custom", message });
      return z.NEVER;
    })
    .optional(),

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
