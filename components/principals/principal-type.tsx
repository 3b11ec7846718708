import type { CodestarPart } from "#lib/codestar/codestar-part-of.ts";
import { visibleText } from "#components/text/hidden-characters.ts";
import { SafeText } from "#components/text/safe-text.tsx";
import { typeText } from "./type-text.ts";

type Props = { principal: { type: string; key?: string; codestarPart?: CodestarPart | null } };

/** What kind of principal it is, in words, set apart from the name it stands beside. */
export function PrincipalType({ principal }: Props) {
  return (
    <span
      className="max-w-48 shrink-0 truncate rounded-sm border border-line px-1 text-small text-ink-soft"
      title={visibleText(principal.type)}
    >
      <SafeText text={typeText(principal)} />
    </span>
  );
}
