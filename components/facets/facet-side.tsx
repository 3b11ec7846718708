import { FacetColumn } from "./facet-column.tsx";
import { readFacetLayout } from "./read-facet-layout.ts";

/** Values to narrow by, with their counts; folded or not as this browser left it. */
export async function FacetSide({ asOf }: { /** The commit that all of the page is as of. */ asOf: number }) {
  return <FacetColumn asOf={asOf} firstLayout={await readFacetLayout()} />;
}
