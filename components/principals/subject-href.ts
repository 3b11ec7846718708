/** What was done to whoever has an ARN, whether they ever acted or not. */
export function subjectHref(arn: string): string {
  return `/principals/subject?${new URLSearchParams({ arn }).toString()}`;
}
