"use client";
import { parseAsStringLiteral, useQueryState } from "nuqs";

/** Live mode in the address: new events come in by themselves. */
export function useLive(): [isLive: boolean, setLive: (isLive: boolean) => void] {
  const [live, setLive] = useQueryState("live", parseAsStringLiteral(["1"]).withOptions({ shallow: true }));
  return [live !== null, (isLive) => void setLive(isLive ? "1" : null)];
}
