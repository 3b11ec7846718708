import type { TeamMember } from "#lib/codestar/team.ts";

/** `GET /api/projects/{account}/{region}/{id}/team`. */
export type TeamAnswer = {
  /** ISO 8601, UTC; that instant included. */
  at: string;
  /** By ARN. */
  members: Omit<TeamMember, "changedBy">[];
  /** ARNs of the members of whom no event says since when they are. */
  unknown: string[];
};

/** What a 404 of a project's routes says. */
export const NO_PROJECT = "No event names a project of this account, region and id.";
