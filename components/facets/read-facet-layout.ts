import { cookies } from "next/headers";
import { FACET_COOKIE, type FacetLayout, parseFacetLayout } from "./facet-layout.ts";

/** How this browser left the side. */
export async function readFacetLayout(): Promise<FacetLayout> {
  return parseFacetLayout((await cookies()).get(FACET_COOKIE)?.value);
}
