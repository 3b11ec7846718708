import type { Facts } from "./finding.ts";

const counts = new Intl.NumberFormat("en-GB");
const PLACE = /\{(?<name>[A-Za-z]+)(?: (?<one>[^|{}]+)\|(?<many>[^{}]+))?\}/g;

/** The sentence of a template (finding-kind.ts) and the facts of one finding; what is missing reads `unknown`. */
export function fillReason(template: string, facts: Facts): string {
  const whole = template.replaceAll(/\[([^\]]*)\]/g, (_, part: string) => (isKnown(part, facts) ? part : ""));
  return whole.replaceAll(PLACE, (...match) => {
    const { name = "", one, many } = match.at(-1) as Record<string, string | undefined>;
    const value = facts[name] ?? "unknown";
    const text = typeof value === "number" ? counts.format(value) : value;
    return one === undefined ? text : `${text} ${value === 1 ? one : many}`;
  });
}

function isKnown(part: string, facts: Facts): boolean {
  return [...part.matchAll(PLACE)].every((match) => (facts[match.groups?.["name"] ?? ""] ?? null) !== null);
}
