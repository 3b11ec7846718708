import { type EventFilter, type TermFilterName } from "#lib/events/filter.ts";
import { type FilterTerm, literalPattern } from "#lib/events/filter-term.ts";
import type { EvidenceScope } from "./finding-kind.ts";
import type { Finding } from "./finding.ts";

/** The error codes by which AWS refuses a call. */
export const DENIED_ERRORS = [
  "AccessDenied",
  "AccessDeniedException",
  "UnauthorizedOperation",
  "Client.UnauthorizedOperation",
] as const;

type Scoped = Pick<Finding, "principal" | "project" | "resource"> & { span: { from: string; to: string } | null };

/** The filter that finds exactly a finding's events; null where no filter does. */
export function evidenceFilter(
  scope: EvidenceScope | null,
  { principal, project, resource, span }: Scoped,
): EventFilter | null {
  if (scope === null) return null;
  const terms: { [Name in TermFilterName]?: readonly FilterTerm[] } = {};
  let times: { from?: string; to?: string } = {};
  for (const part of scope) {
    if (part === "writes") terms.access = [literal("write")];
    else if (part === "denied") terms.error = DENIED_ERRORS.map(literal);
    else if (part === "principal" && principal) terms.principal = [literal(principal.key)];
    else if (part === "project" && project)
      terms.project = [literal(`${project.account}/${project.region}/${project.id}`)];
    else if (part === "address" && resource !== null) terms.ip = [literal(resource)];
    else if (part === "span" && span) times = span;
    // An IPv6 address has many spellings, which no pattern covers.
    else if (part === "network" && resource?.endsWith(".0/24"))
      terms.ip = [{ pattern: `${resource.slice(0, -"0/24".length)}*`, isExcluded: false }];
    else return null;
  }
  return { ...times, terms };
}

function literal(value: string): FilterTerm {
  return { pattern: literalPattern(value), isExcluded: false };
}
