/** A route's segments as what they say; one that isn't well encoded stays as it is written. */
export function readSegments<Params extends Record<string, string>>(params: Params): Params {
  return Object.fromEntries(Object.entries(params).map(([name, segment]) => [name, decoded(segment)])) as Params;
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
