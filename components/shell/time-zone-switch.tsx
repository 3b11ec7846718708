"use client";
import { Clock } from "lucide-react";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { timeParts } from "#components/time/format-time.ts";
import { Button } from "#components/ui/button.tsx";
import { lazyPart } from "#components/ui/lazy-part.tsx";
import { Popover } from "#components/ui/popover.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { setCookie } from "./set-cookie.ts";

const ZoneList = lazyPart(() => import("./zone-list.tsx").then((module) => module.ZoneList), {
  name: "The list of zones",
  loading: <Skeleton className="h-70" />,
});

/** The zone that all times are shown in, its present offset with it; UTC, this machine's, or any other. */
export function TimeZoneSwitch({ timeZone }: { timeZone: string }) {
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const [now, setNow] = useState<string>();
  useEffect(() => setNow(new Date().toISOString()), []);

  function choose(zone: string) {
    setCookie("tz", zone === "UTC" ? "" : zone);
    setOpen(false);
    router.refresh();
  }

  const local = isOpen ? Intl.DateTimeFormat().resolvedOptions().timeZone : "";
  const offsetOf = (zone: string) => (now === undefined || zone === "" ? "" : ` ${timeParts(now, zone).offset}`);
  return (
    <Popover
      label="Time zone"
      isOpen={isOpen}
      onOpenChange={setOpen}
      align="end"
      trigger={
        <Button title="Time zone">
          <Clock className="size-3.5" aria-hidden="true" />
          <span className="sr-only">Time zone:</span>
          {timeZone === "UTC" ? "UTC +00:00" : `${timeZone.replaceAll("_", " ")}${offsetOf(timeZone)}`}
        </Button>
      }
    >
      <div className="flex w-72 max-w-full flex-col gap-2">
        <Button onClick={() => choose("UTC")} aria-pressed={timeZone === "UTC"}>
          UTC +00:00
        </Button>
        <Button onClick={() => choose(local)} aria-pressed={timeZone === local}>
          This machine’s: {local.replaceAll("_", " ")}
          {offsetOf(local)}
        </Button>
        {now !== undefined && isOpen && <ZoneList now={now} current={timeZone} choose={choose} />}
      </div>
    </Popover>
  );
}
