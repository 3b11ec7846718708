import type { VersionPart } from "#lib/sync/queries/version-parts.ts";

/** Events of a log file's version, by the commit that first read it. */
export type VersionAddress = { version: number; part: VersionPart };

/** The address of a part of a version's events. */
export function versionHref(fileId: number, { version, part }: VersionAddress): string {
  return `/sync/files/${fileId}?version=${version}&part=${part}#version-events`;
}
