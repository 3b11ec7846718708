"use client";
import { parseAsStringLiteral, useQueryState } from "nuqs";

/** Turns the list round: the oldest first or, as it is without saying, the newest. */
export function useOrder(order: "asc" | "desc"): () => void {
  const [, setOrder] = useQueryState(
    "order",
    parseAsStringLiteral(["asc"]).withOptions({ shallow: false, history: "push" }),
  );
  return () => void setOrder(order === "desc" ? "asc" : null);
}
