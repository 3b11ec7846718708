import { z } from "zod";
import { isoTimeSql } from "#lib/db/iso-time-sql.ts";
import { Prisma } from "#lib/db/prisma.ts";
import { dbNumber, readRow, readRows } from "#lib/db/read-rows.ts";
import { resolveAsOf } from "#lib/events/queries/current-commit.ts";
import { RequestError } from "#lib/events/request-error.ts";
import { evidenceFilter } from "#lib/findings/evidence-filter.ts";
import { fillReason } from "#lib/findings/fill-reason.ts";
import { findingKind, type FindingKindId } from "#lib/findings/finding-kinds.ts";
import type { EvidenceEvent, Finding, FindingsPage, FindingsQuery } from "#lib/findings/finding.ts";
import { evidenceEvents } from "./evidence-events.ts";
import { decodeFindingCursor, encodeFindingCursor } from "./finding-cursor.ts";
import { knownEventSql } from "./found-sql.ts";
import { matchingFindingsSql } from "./matching-findings-sql.ts";

export const DEFAULT_LIMIT = 50;

const rowSchema = z.object({
  total: dbNumber,
  at: z.string(),
  key: z.string(),
  principalRef: z.int().nullable(),
  principalKey: z.string().nullable(),
  principalType: z.string().nullable(),
  principalName: z.string().nullable(),
  account: z.string().nullable(),
  region: z.string().nullable(),
  projectId: z.string().nullable(),
  subject: z.string().nullable(),
  resource: z.string().nullable(),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
  evidence: z.array(z.string()),
  evidenceTotal: dbNumber,
  spanFrom: z.string().nullable(),
  spanTo: z.string().nullable(),
});
type Row = z.infer<typeof rowSchema>;

/**
 * One page of the findings of a kind, newest first.
 * @param options.limit 1 to 1000; 50 when absent.
 * @param options.cursor from the page before; it fixes `asOf` and from when relative times count.
 * @throws RequestError for a bad cursor and an `asOf` in the future.
 */
export async function listFindings(
  kind: FindingKindId,
  options: FindingsQuery & { limit?: number; cursor?: string },
): Promise<FindingsPage> {
  const cursor = options.cursor === undefined ? null : decodeFindingCursor(options.cursor);
  if (cursor && options.asOf !== undefined && options.asOf !== cursor.asOf) {
    throw new RequestError({ name: "asOf", value: String(options.asOf), message: "asOf differs from the cursor's" });
  }
  const asOf = await resolveAsOf(cursor?.asOf ?? options.asOf);
  const now = cursor ? new Date(cursor.now) : (options.now ?? new Date());
  const limit = options.limit ?? DEFAULT_LIMIT;
  const found = await matchingFindingsSql(kind, { ...options, asOf, now });
  const after = cursor
    ? Prisma.sql`WHERE (found.at, found.key COLLATE "C") < (${cursor.at}::timestamptz, ${cursor.key})`
    : Prisma.empty;
  const [rows, span] = await Promise.all([
    readRows(
      rowSchema,
      Prisma.sql`WITH found AS MATERIALIZED (SELECT * FROM ${found} AS matching)
        SELECT (SELECT count(*) FROM found) AS total, ${isoTimeSql(Prisma.sql`found.at`)} AS at, found.key, found.principal_ref AS "principalRef",
          found.principal_key AS "principalKey", found.principal_type AS "principalType", found.principal_name AS "principalName",
          project.account_id AS account, project.region, project.project_id AS "projectId", found.subject, found.resource, found.facts,
          found.evidence, found.evidence_total AS "evidenceTotal",
          ${isoTimeSql(Prisma.sql`found.span_from`)} AS "spanFrom", ${isoTimeSql(Prisma.sql`found.span_to`)} AS "spanTo"
        FROM found LEFT JOIN project ON project.id = found.project_ref ${after}
        ORDER BY found.at DESC, found.key COLLATE "C" DESC LIMIT ${limit + 1}`,
    ),
    dataSpan(asOf),
  ]);
  const shown = rows.slice(0, limit);
  const events = await evidenceEvents(shown.flatMap((row) => row.evidence));
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return {
    kind,
    findings: shown.map((row) => findingOf(row, kind, options, events)),
    total: rows[0]?.total ?? 0,
    nextCursor: last ? encodeFindingCursor({ at: last.at, key: last.key, asOf, now: now.toISOString() }) : null,
    asOf,
    span,
  };
}

function findingOf(
  row: Row,
  kindId: FindingKindId,
  { thresholds }: FindingsQuery,
  events: ReadonlyMap<string, EvidenceEvent>,
): Finding {
  const kind = findingKind(kindId);
  const { account, region, projectId, principalRef, principalKey, principalType, principalName } = row;
  const project = account === null || region === null || projectId === null ? null : { account, region, id: projectId };
  const principal =
    principalRef === null || principalKey === null
      ? null
      : { id: principalRef, key: principalKey, type: principalType ?? "", name: principalName ?? principalKey };
  const { resource, spanFrom, spanTo } = row;
  const span = spanFrom === null || spanTo === null ? null : { from: spanFrom, to: spanTo };
  // "project" is left out of a reason where there is none.
  const facts = { ...thresholds, project: project?.id ?? null, who: principal?.name ?? null, ...row.facts };
  return {
    key: row.key,
    at: row.at,
    principal,
    project,
    subject: row.subject,
    resource,
    reason: fillReason(kind?.reason ?? "", facts),
    evidence: {
      events: row.evidence.flatMap((id) => events.get(id) ?? []),
      total: row.evidenceTotal,
      filter: evidenceFilter(kind?.scope ?? null, { principal, project, resource, span }),
    },
  };
}

async function dataSpan(asOf: number): Promise<FindingsPage["span"]> {
  const { from, to } = await readRow(
    z.object({ from: z.string().nullable(), to: z.string().nullable() }),
    Prisma.sql`SELECT ${isoTimeSql(Prisma.sql`min(event.event_time)`)} AS "from", ${isoTimeSql(Prisma.sql`max(event.event_time)`)} AS "to"
      FROM event WHERE ${knownEventSql(asOf)}`,
  );
  return from === null || to === null ? null : { from, to };
}
