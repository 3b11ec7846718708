import type { FacetValue } from "#lib/events/facet.ts";
import type { FacetName } from "#lib/events/fields.ts";

/** A project's value taken apart; null when it isn't one. */
export function projectParts(value: string): { account: string; region: string; id: string } | null {
  const [account, region, ...id] = value.split("/");
  return account === undefined || region === undefined || id.length === 0
    ? null
    : { account, region, id: id.join("/") };
}

/** What a person calls a value. */
export function facetValueName(name: FacetName, { value, label }: FacetValue): string {
  if (value === null) return "none";
  return label ?? (name === "project" ? projectParts(value)?.id : undefined) ?? value;
}

/** What a value is called where there is room to tell it from its namesakes. */
export function facetValueTitle(name: FacetName, facetValue: FacetValue): string {
  const { value } = facetValue;
  const project = name === "project" && value !== null ? projectParts(value) : null;
  if (project !== null) return `${project.id} ${project.account} ${project.region}`;
  const called = facetValueName(name, facetValue);
  return value === null || called === value ? called : `${called}, ${value}`;
}
