"use client";
import { Clock } from "lucide-react";
import { useRouter } from "next/navigation";
import { type FormEvent, useEffect, useState } from "react";
import { timeParts } from "#components/time/format-time.ts";
import { formText } from "#components/ui/form-text.ts";
import { Button } from "#components/ui/button.tsx";
import { Input } from "#components/ui/input.tsx";
import { Popover } from "#components/ui/popover.tsx";
import { setCookie } from "./set-cookie.ts";

/** The zone that all times are shown in, its present offset with it; UTC, this machine's, or any other. */
export function TimeZoneSwitch({ timeZone }: { timeZone: string }) {
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const [now, setNow] = useState<string>();
  const [problem, setProblem] = useState("");
  useEffect(() => setNow(new Date().toISOString()), []);

  function choose(zone: string) {
    setCookie("tz", zone === "UTC" ? "" : zone);
    setOpen(false);
    router.refresh();
  }
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const zone = formText(event.currentTarget, "zone");
    const known = Intl.supportedValuesOf("timeZone").find((name) => name.toLowerCase() === zone.trim().toLowerCase());
    if (known === undefined) setProblem(`“${zone}” is not a zone this browser knows. Try Europe/Berlin.`);
    else choose(known);
  }

  const local = isOpen ? Intl.DateTimeFormat().resolvedOptions().timeZone : "";
  const offset = now === undefined || timeZone === "UTC" ? "" : ` ${timeParts(now, timeZone).offset}`;
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
          {timeZone === "UTC" ? "UTC +00:00" : `${timeZone.replaceAll("_", " ")}${offset}`}
        </Button>
      }
    >
      <form onSubmit={submit} className="flex w-64 flex-col gap-2">
        <Button onClick={() => choose("UTC")} aria-pressed={timeZone === "UTC"}>
          UTC
        </Button>
        <Button onClick={() => choose(local)} aria-pressed={timeZone === local}>
          This machine’s: {local}
        </Button>
        <label htmlFor="zone" className="mt-2 text-small text-ink-soft">
          Another zone
        </label>
        <div className="flex gap-2">
          <Input id="zone" name="zone" list="zones" placeholder="Europe/Berlin" aria-describedby="zone-problem" />
          <Button type="submit">Set</Button>
        </div>
        <datalist id="zones">
          {isOpen && Intl.supportedValuesOf("timeZone").map((name) => <option key={name} value={name} />)}
        </datalist>
        <p id="zone-problem" role="status" className="text-small text-failure">
          {problem}
        </p>
      </form>
    </Popover>
  );
}
