import type { VersionPart } from "#lib/sync/queries/version-parts.ts";

const NAMES: Record<VersionPart, string> = {
  gone: "Only before",
  both: "In both",
  added: "New",
  unsure: "Not looked for",
};

/** What a version's events are called by how they compare with the version before it. */
export function partName(part: VersionPart): string {
  return NAMES[part];
}
