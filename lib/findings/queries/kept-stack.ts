import { Prisma } from "#lib/db/prisma.ts";
import { codestarActions, type FoundOptions, knownEventSql } from "./found-sql.ts";

/** Kind `kept-stack`: deletions of projects that leave the stack. */
export function keptStack({ asOf }: FoundOptions): Prisma.Sql {
  return Prisma.sql`SELECT event_time AS at, event_id AS key, principal_ref, project_ref, NULL::text AS subject, NULL::text AS resource,
      '{}'::jsonb AS facts, ARRAY[event_id] AS evidence, 1 AS evidence_total, NULL::timestamptz AS span_from, NULL::timestamptz AS span_to
    FROM event WHERE ${knownEventSql(asOf)} AND event.outcome = 'success' AND event.delete_stack IS FALSE
      AND event.action_ref IN ${codestarActions("DeleteProject")}`;
}
