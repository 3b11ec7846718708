import { jqString } from "./jq-string.ts";

/** Names of members and places in arrays, from the record inwards. */
export type RecordPath = readonly (string | number)[];

/** A path as jq reads it: `.requestParameters.tags[0]["a b"]`; the record itself is `.`. */
export function jqPath(path: RecordPath): string {
  const steps = path.map((step) => {
    if (typeof step === "number") return `[${step}]`;
    return /^[A-Za-z_][A-Za-z0-9_]*$/.test(step) ? `.${step}` : `[${jqString(step)}]`;
  });
  const text = steps.join("");
  return text.startsWith(".") ? text : `.${text}`;
}
