import type { ResourceKind } from "#lib/codestar/resource-kind.ts";

/** The list of resources, narrowed. */
export function resourcesHref({ kind, search }: { kind?: ResourceKind; search?: string } = {}): string {
  const params = new URLSearchParams();
  if (kind !== undefined) params.set("kind", kind);
  if (search) params.set("search", search);
  return params.size === 0 ? "/resources" : `/resources?${params.toString()}`;
}
