import type { FieldFilterName } from "./fields.ts";

/** How a field's filter is said: before values, before values with a `*`, both denied, and of any value or none. */
type FieldWords = {
  is: string;
  like: string;
  isNot: string;
  unlike: string;
  any: string;
  none: string;
  /** Values that are words themselves. */
  values?: Record<string, string>;
};

/** The filters that are clauses of a sentence, in the order of its clauses. */
export const FIELD_WORDS: Record<Exclude<FieldFilterName, "action" | "access" | "outcome">, FieldWords> = {
  project: {
    is: "in",
    like: "in projects like",
    isNot: "not in",
    unlike: "not in projects like",
    any: "in any project",
    none: "in no project",
  },
  principal: {
    is: "by",
    like: "by anyone whose name is like",
    isNot: "by anyone but",
    unlike: "by anyone whose name is not like",
    any: "by anyone with a name",
    none: "by nobody with a name",
  },
  subject: {
    is: "done to",
    like: "done to anyone like",
    isNot: "not done to",
    unlike: "not done to anyone like",
    any: "done to somebody",
    none: "done to nobody",
  },
  resource: {
    is: "on",
    like: "on resources like",
    isNot: "not on",
    unlike: "not on resources like",
    any: "on some resource",
    none: "on no resource",
  },
  error: wordsOf("with", "error"),
  source: wordsOf("of", "service"),
  account: wordsOf("in", "account"),
  region: wordsOf("in", "region"),
  ip: wordsOf("from", "address"),
  network: wordsOf("from", "network"),
  key: wordsOf("with", "access key"),
  agent: wordsOf("with", "user agent"),
  client: wordsOf("through", "client"),
  mfa: {
    is: "",
    like: "",
    isNot: "not",
    unlike: "not",
    any: "whose session says whether MFA was used",
    none: "whose session doesn't say whether MFA was used",
    values: { true: "with MFA", false: "without MFA" },
  },
};

function wordsOf(preposition: string, noun: string): FieldWords {
  return {
    is: `${preposition} ${noun}`,
    like: `${preposition} any ${noun} like`,
    isNot: `not ${preposition} ${noun}`,
    unlike: `not ${preposition} any ${noun} like`,
    any: `${preposition} any ${noun}`,
    none: `${preposition} no ${noun}`,
  };
}
