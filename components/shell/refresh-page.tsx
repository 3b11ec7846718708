"use client";
import { useRouter } from "next/navigation";
import { useEffect, useTransition } from "react";

/** Has the page read again some time after it was last read, while somebody looks at it. */
export function RefreshPage({ everyMs }: { everyMs: number }) {
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  useEffect(() => {
    // A slow database is not asked again before it has answered.
    if (isPending) return;
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") startTransition(() => router.refresh());
    }, everyMs);
    return () => clearInterval(timer);
  }, [router, everyMs, isPending]);
  return null;
}
