import { readFacetLayout } from "./read-facet-layout.ts";

/** The place that the values take, while the page is on its way. */
export async function FacetSkeleton() {
  const { isFolded } = await readFacetLayout();
  return (
    <>
      {!isFolded && <div className="w-64 shrink-0 border-r border-line max-lg:hidden" />}
      <div className={`h-10 shrink-0 md:h-auto md:w-9.25 md:border-r md:border-line ${isFolded ? "" : "lg:hidden"}`} />
    </>
  );
}
