import { FacetColumn } from "./facet-column.tsx";
import { readFacetLayout } from "./read-facet-layout.ts";

type Props = {
  /** The commit that all of the page is as of. */
  asOf: number;
  /** The instant that all of its relative times count from. */
  now: Date;
};

/** Values to narrow by, with their counts; folded or not as this browser left it. */
export async function FacetSide({ asOf, now }: Props) {
  return <FacetColumn asOf={asOf} now={now} firstLayout={await readFacetLayout()} />;
}
