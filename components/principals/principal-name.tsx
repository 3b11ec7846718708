import { visibleText } from "#components/text/hidden-characters.ts";
import { SafeText } from "#components/text/safe-text.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { PrincipalType } from "./principal-type.tsx";

type Props = { principal: { id: number; key: string; type: string; name: string } };

/** A principal in a list: leads to its page. */
export function PrincipalName({ principal: { id, key, type, name } }: Props) {
  return (
    <span className="@container flex min-w-0 items-center gap-2">
      <TextLink
        className="max-w-full shrink-0 truncate font-medium"
        href={`/principals/${id}`}
        title={visibleText(key)}
      >
        <SafeText text={name} />
      </TextLink>
      <span className="flex min-w-0 @max-3xs:hidden">
        <PrincipalType type={type} />
      </span>
    </span>
  );
}
