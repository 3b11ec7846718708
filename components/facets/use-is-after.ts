"use client";
import { useEffect, useState } from "react";

/** Whether something has been true for a while: what is over at once needs no word. */
export function useIsAfter(isTrue: boolean, delayMs: number): boolean {
  const [isAfter, setAfter] = useState(false);
  useEffect(() => {
    if (!isTrue) return setAfter(false);
    const timer = setTimeout(() => setAfter(true), delayMs);
    return () => clearTimeout(timer);
  }, [isTrue, delayMs]);
  return isTrue && isAfter;
}
