"use client";
import { useEffect, useRef, useState } from "react";

/** Whether one is at the end at which new events come in, followed as one scrolls. */
export function useAtNewest(isAtNewest: () => boolean): boolean {
  const [isAt, setAt] = useState(false);
  const latest = useRef(isAtNewest);
  useEffect(() => {
    latest.current = isAtNewest;
    // Rows that come or go can take one there, or away.
    setAt(isAtNewest());
  }, [isAtNewest]);
  useEffect(() => {
    const look = () => setAt(latest.current());
    // On a phone the page scrolls, elsewhere the table.
    document.addEventListener("scroll", look, { capture: true, passive: true });
    return () => document.removeEventListener("scroll", look, { capture: true });
  }, []);
  return isAt;
}
