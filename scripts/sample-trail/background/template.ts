import type { Request } from "#scripts/sample-trail/call.ts";
import type { Place } from "#scripts/sample-trail/organisation.ts";
import type { Random } from "#scripts/sample-trail/random.ts";

/** Something that happens over and over in an account and isn't CodeStar's: how often, and the call it makes. */
export type Template = { weight: number; request: (place: Place, random: Random) => Request };

/** A reading call with its parameters. */
export const reads = (
  weight: number,
  source: string,
  name: string,
  parameters?: (place: Place, random: Random) => Request["request"],
): Template => ({
  weight,
  request: (place, random) => ({ source, name, readOnly: true, request: parameters?.(place, random) ?? null }),
});

/** A changing call with its parameters and what it answers. */
export const writes = (
  weight: number,
  source: string,
  name: string,
  call: (place: Place, random: Random) => Pick<Request, "request" | "response" | "extra">,
): Template => ({ weight, request: (place, random) => ({ source, name, readOnly: false, ...call(place, random) }) });

/** Picks templates by their weights. */
export function chooser(templates: readonly Template[]): (random: Random) => Template {
  const steps: number[] = [];
  let total = 0;
  for (const { weight } of templates) steps.push((total += weight));
  return (random) => {
    const at = random.next() * total;
    return templates[steps.findIndex((step) => at < step)] as Template;
  };
}

export const FUNCTIONS = [
  "orders-intake",
  "orders-export",
  "tide-tables",
  "ledger-book",
  "image-resize",
  "mail-out",
] as const;
export const BUCKETS = ["halden-orders", "halden-exports", "halden-artifacts", "halden-images"] as const;
export const TABLES = ["orders", "stock", "sessions", "tides"] as const;
export const REPOSITORIES = ["lumen-portal", "ledger-sync", "nimbus-batch", "harbor-api", "tide-forecast"] as const;
