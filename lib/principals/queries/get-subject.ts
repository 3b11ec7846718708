import { resolveAsOf } from "#lib/events/queries/current-commit.ts";
import type { SubjectDetail } from "#lib/principals/principal-detail.ts";
import { findDoneTo } from "./find-done-to.ts";
import { findNamesakes } from "./find-namesakes.ts";

/** What was done to whoever has an ARN, acted or not; null when nothing was and no principal has it. */
export async function getSubject(arn: string, options: { asOf?: number } = {}): Promise<SubjectDetail | null> {
  const asOf = await resolveAsOf(options.asOf);
  const [doneTo, principals] = await Promise.all([findDoneTo([arn], asOf), findNamesakes([arn])]);
  const isKnown = doneTo.changes.total + doneTo.reads + principals.length > 0;
  return isKnown ? { arn, asOf, doneTo, principals } : null;
}
