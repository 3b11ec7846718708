import type { CodestarPart } from "#lib/codestar/codestar-part-of.ts";
import { visibleText } from "#components/text/hidden-characters.ts";
import { SafeText } from "#components/text/safe-text.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { PrincipalType } from "./principal-type.tsx";

type Props = {
  principal: { id: number; key: string; type: string; name: string; codestarPart?: CodestarPart | null };
};

/** A principal in a list: leads to its page. Its type is seen whole or, where the name needs the line, not at all. */
export function PrincipalName({ principal }: Props) {
  const { id, key, name } = principal;
  return (
    <span className="flex h-5 flex-wrap items-center gap-x-2 overflow-hidden">
      <TextLink className="max-w-full truncate font-medium" href={`/principals/${id}`} title={visibleText(key)}>
        <SafeText text={name} />
      </TextLink>
      <PrincipalType principal={principal} />
    </span>
  );
}
