"use client";
import { useIsFetching } from "@tanstack/react-query";
import { queryClient } from "#components/explorer/query-client.ts";
import { PATIENCE_MS } from "./patience.ts";
import { useIsAfter } from "./use-is-after.ts";

/** Tells a screen reader once that values are being counted, however many sections are. */
export function FacetStatus() {
  const isCounting = useIsFetching({ queryKey: ["facet"] }, queryClient) > 0;
  return (
    <p role="status" className="sr-only">
      {useIsAfter(isCounting, PATIENCE_MS) ? "Values are still being counted" : ""}
    </p>
  );
}
