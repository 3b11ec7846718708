import { projectHref, type ProjectName } from "#components/projects/project-href.ts";

/** The address of a project's access review; without bounds over all records. */
export function reviewHref(project: ProjectName, period: { from?: string; to?: string } = {}): string {
  return `${projectHref(project)}/review${periodQuery(period)}`;
}

/** The address of the same as CSV. */
export function reviewCsvHref(project: ProjectName, period: { from?: string; to?: string }, asOf: number): string {
  const query = periodQuery({ ...period, format: "csv", asOf: String(asOf) });
  return `/api${projectHref(project)}/review${query}`;
}

function periodQuery(values: Record<string, string | undefined>): string {
  const given = Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
  return given.length === 0 ? "" : `?${new URLSearchParams(given)}`;
}
