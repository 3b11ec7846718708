import type { PersonBehind } from "#lib/principals/person-behind.ts";
import { SafeText } from "#components/text/safe-text.tsx";

/** A person's name, or that nobody or nobody known was there. */
export function PersonName({ found: { person, rule } }: { found: Pick<PersonBehind, "person" | "rule"> }) {
  if (person !== null) return <SafeText text={person} />;
  return <span className="text-ink-soft">{rule === "service" ? "Nobody: a service" : "Unknown"}</span>;
}
