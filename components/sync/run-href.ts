/** The address of a pass's page. */
export function runHref(id: number): string {
  return `/sync/runs/${id}`;
}
