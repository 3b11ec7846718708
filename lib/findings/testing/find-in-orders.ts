import { expect } from "vitest";
import { emptyDatabase } from "#lib/db/testing/empty-database.ts";
import { insertEvents } from "#lib/events/testing/insert-events.ts";
import type { TestEvent } from "#lib/events/testing/test-event.ts";
import type { Finding } from "#lib/findings/finding.ts";
import type { FindingKindId, Thresholds } from "#lib/findings/finding-kinds.ts";
import { DEFAULT_THRESHOLDS } from "#lib/findings/thresholds.ts";
import { listFindings } from "#lib/findings/queries/list-findings.ts";

/** What a test says of a finding. */
export type FoundInBrief = { key: string; reason: string; events: string[]; total: number };

/**
 * The findings of a kind among events, which must be the same when the events come in at once and when they come one by
 * one, the last first.
 */
export async function findInOrders(
  kind: FindingKindId,
  events: readonly TestEvent[],
  thresholds: Partial<Thresholds> = {},
): Promise<FoundInBrief[]> {
  const query = { filter: { terms: {} }, thresholds: { ...DEFAULT_THRESHOLDS, ...thresholds } };
  await emptyDatabase();
  await insertEvents([...events]);
  const found = inBrief((await listFindings(kind, query)).findings);
  await emptyDatabase();
  for (const event of events.toReversed()) await insertEvents([event]);
  expect(inBrief((await listFindings(kind, query)).findings)).toEqual(found);
  return found;
}

function inBrief(findings: readonly Finding[]): FoundInBrief[] {
  return findings.map(({ key, reason, evidence }) => ({
    key,
    reason,
    events: evidence.events.map(({ eventId }) => eventId),
    total: evidence.total,
  }));
}
