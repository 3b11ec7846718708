import type { EventRow } from "#lib/events/event-row.ts";
import { csvCell } from "#lib/events/queries/csv-cell.ts";
import type { AccessReview, MemberTerms } from "#lib/review/access-review.ts";

const COLUMNS = [
  "part",
  "time",
  "member",
  "what",
  "role_before",
  "role",
  "remote_access_before",
  "remote_access",
  "since",
  "done_by",
  "done_by_arn",
  "error_code",
  "event_id",
  "log_file",
  "keep",
  "revoke",
  "comment",
] as const;
type Cells = Partial<Record<(typeof COLUMNS)[number], string | null>>;

/**
 * An access review as CSV (RFC 4180): who was in at the start, what changed (of whom the record doesn't name, too), who
 * was in at the end, and what failed, told apart by `part`. `keep`, `revoke` and `comment` are empty, to be filled in.
 * @param isSafe puts a `'` before what a spreadsheet would run as a formula.
 */
export function reviewCsv(review: AccessReview, isSafe = true): string {
  const rows: Cells[] = [
    ...review.start.map((member) => ({ part: "member at start", ...memberCells(member) })),
    ...review.changes.map(({ userArn, what, before, after, event }) => ({
      part: "change",
      ...eventCells(event),
      member: userArn,
      what,
      role_before: before?.role,
      role: after?.role,
      remote_access_before: flagText(before),
      remote_access: flagText(after),
    })),
    ...review.unnamed.map((event) => ({ part: "unnamed change", ...eventCells(event), what: event.eventName })),
    ...review.end.map((member) => ({ part: "member at end", ...memberCells(member) })),
    ...review.tries.map((event) => ({
      part: "failed try",
      ...eventCells(event),
      member: event.subjectArn,
      what: event.eventName,
      error_code: event.errorCode,
    })),
  ];
  const lines = rows.map((row) => COLUMNS.map((column) => csvCell(row[column] ?? "", isSafe)).join(","));
  return [COLUMNS.join(","), ...lines].map((line) => `${line}\r\n`).join("");
}

function memberCells({ userArn, role, remoteAccess, since, event }: AccessReview["end"][number]): Cells {
  return { ...eventCells(event), member: userArn, role, remote_access: flagText({ role, remoteAccess }), since };
}

function eventCells(event: EventRow): Cells {
  const { eventTime, principalName, principalArn, eventId, logFile } = event;
  return { time: eventTime, done_by: principalName, done_by_arn: principalArn, event_id: eventId, log_file: logFile };
}

function flagText(terms: MemberTerms | null): string | null {
  return terms?.remoteAccess === undefined || terms.remoteAccess === null ? null : terms.remoteAccess ? "yes" : "no";
}
