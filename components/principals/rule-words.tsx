import type { PersonBehind } from "#lib/principals/person-behind.ts";
import { SafeText } from "#components/text/safe-text.tsx";
import { ruleText } from "./person-text.ts";

type Props = { found: Pick<PersonBehind, "rule" | "service"> };

/** The rule by which a person was found; the service, where it is about one. */
export function RuleWords({ found: { rule, service } }: Props) {
  if (rule !== "invoked-by" || service === null) return ruleText({ rule });
  return (
    <>
      <SafeText text={service} /> acts on somebody’s behalf
    </>
  );
}
