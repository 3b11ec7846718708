"use client";
import { Radio } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { useLive } from "./use-live.ts";

/** Whether new events come in by themselves. */
export function LiveToggle() {
  const [isLive, setLive] = useLive();
  return (
    <Button
      aria-pressed={isLive}
      title={
        isLive
          ? "New events come in by themselves while one is at the top (L)"
          : "Let new events come in by themselves (L)"
      }
      onClick={() => setLive(!isLive)}
    >
      <Radio className="size-3.5" aria-hidden="true" />
      Live
    </Button>
  );
}
