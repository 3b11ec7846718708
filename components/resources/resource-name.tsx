import type { NamedResource } from "#lib/codestar/resource-kind.ts";
import { describeArn } from "#lib/codestar/describe-arn.ts";
import { visibleText } from "#components/text/hidden-characters.ts";
import { MiddleEllipsis } from "#components/text/middle-ellipsis.tsx";
import { SafeText } from "#components/text/safe-text.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { resourceHref } from "./resource-href.ts";

type Props = { resource: NamedResource & { name: string | null; watched?: string | null } };

/** A resource in a list: leads to its page. One without a name is called by what it watches, or by its id. */
export function ResourceName({ resource: { key, name, watched = null, id } }: Props) {
  const href = resourceHref(key) ?? "/resources";
  const shown = name ?? (watched && `for ${describeArn(watched)}`);
  if (shown === null) {
    return (
      <TextLink href={href} className="block max-w-full font-medium">
        <MiddleEllipsis text={id} />
      </TextLink>
    );
  }
  return (
    <TextLink href={href} className="block max-w-full truncate font-medium" title={visibleText(`${shown}\n${key}`)}>
      <SafeText text={shown} />
    </TextLink>
  );
}
