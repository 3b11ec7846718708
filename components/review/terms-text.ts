import type { MemberTerms } from "#lib/review/access-review.ts";

/** What a member may do, such as `Owner, remote access`; what no record says is unknown, and not nothing. */
export function termsText(terms: MemberTerms | null): string {
  if (terms === null) return "—";
  const remote = { true: "remote access", false: "no remote access", null: "remote access unknown" };
  return `${terms.role ?? "Role unknown"}, ${remote[`${terms.remoteAccess}`]}`;
}
