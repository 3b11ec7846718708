import { eventFilterParams } from "#lib/events/filter.ts";
import type { FindingKindId } from "#lib/findings/finding-kinds.ts";
import type { FindingsQuery } from "#lib/findings/finding.ts";
import { thresholdParams } from "#lib/findings/thresholds.ts";

type Asked = Pick<FindingsQuery, "filter" | "thresholds">;

/** The address of all kinds, or of one kind's findings. */
export function findingsHref(kind: FindingKindId | null, { filter, thresholds }: Asked, cursor?: string): string {
  const params = eventFilterParams(filter);
  for (const [name, value] of thresholdParams(thresholds)) params.append(name, value);
  if (cursor !== undefined) params.append("cursor", cursor);
  const path = kind === null ? "/findings" : `/findings/${kind}`;
  return params.size === 0 ? path : `${path}?${params.toString()}`;
}
