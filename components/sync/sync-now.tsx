"use client";
import { RefreshCw } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";

/** Starts a pass over all trails, unless one is on. */
export function SyncNow({ isRunning }: { isRunning: boolean }) {
  const router = useRouter();
  const [isAsking, setAsking] = useState(false);
  const [problem, setProblem] = useState("");

  async function ask() {
    setAsking(true);
    setProblem("");
    try {
      const response = await fetch("/api/sync", { method: "POST" });
      // 409: a pass is on already, which the page will show.
      if (!response.ok && response.status !== 409) setProblem(`The pass could not be asked for (${response.status}).`);
      router.refresh();
    } catch {
      setProblem("The server does not answer.");
    } finally {
      setAsking(false);
    }
  }
  return (
    <div className="flex items-center">
      <span role="status" className="text-failure not-empty:mr-3">
        {problem}
      </span>
      <Button variant="main" disabled={isRunning || isAsking} onClick={() => void ask()}>
        <RefreshCw className="size-3.5" aria-hidden="true" />
        {isRunning ? "A pass is on" : "Sync now"}
      </Button>
    </div>
  );
}
