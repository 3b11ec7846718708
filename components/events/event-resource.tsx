import type { ReactNode } from "react";
import { namedResource } from "#lib/codestar/resource-kind.ts";
import { resourceHref } from "#components/resources/resource-href.ts";
import { visibleText } from "#components/text/hidden-characters.ts";
import { TextLink } from "#components/ui/text-link.tsx";

/** The kind of resource that an event acts on, leading to the resource's page; or what stands for none. */
export function EventResource({ arn, none }: { arn: string | null; none: ReactNode }) {
  const resource = arn === null ? null : namedResource(arn);
  if (resource === null) return none;
  return (
    <TextLink
      href={resourceHref(resource.key) ?? "/resources"}
      title={visibleText(`All about ${resource.key}`)}
      className="text-ink-soft"
    >
      {resource.kind.replace("-", " ")}
    </TextLink>
  );
}
