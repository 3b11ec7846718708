import { namedResource } from "#lib/codestar/resource-kind.ts";

/** The page of the resource that an ARN in either spelling is of; null when its kind has none. */
export function resourceHref(arn: string): string | null {
  const resource = namedResource(arn);
  return resource && `/resources/view?${new URLSearchParams({ arn: resource.key }).toString()}`;
}
