import { z } from "zod";
import type { EventField } from "#lib/events/event-field.ts";
import { eventFields, FACET_NAMES } from "#lib/events/fields.ts";
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

  /** Columns of the CSV by name, separated by commas, each once, in any order. */
  columns: z
    .string()
    .transform((text, context) => {
      const fields = new Set<EventField>();
      for (const name of text.split(",")) {
        const field = eventFields.find((other) => other.name === name);
        const message = name === "" ? "holds an empty name" : `holds ${name}, which is no column of the CSV`;
        if (field === undefined) context.addIssue({ code: "custom", message });
        else if (fields.has(field)) context.addIssue({ code: "custom", message: `holds ${name} twice` });
        else fields.add(field);
      }
      return [...fields];
    })
    .optional(),

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
