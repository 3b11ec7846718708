"use client";
import { Command } from "cmdk";
import { useMemo } from "react";
import { timeParts } from "#components/time/format-time.ts";
import { zoneNames } from "./zone-names.ts";

type Props = { now: string; current: string; choose: (zone: string) => void };

/** All zones that this browser knows, with their present offset, to be searched by place or offset. */
export function ZoneList({ now, current, choose }: Props) {
  const zones = useMemo(() => {
    return zoneNames().map(({ zone, former }) => ({ zone, former, offset: timeParts(now, zone).offset }));
  }, [now]);
  return (
    <Command label="Find a zone" filter={matches} className="flex min-h-0 flex-col">
      <Command.Input
        placeholder="Berlin, +02:00 …"
        className="h-8 w-full rounded-md border border-line-strong bg-panel px-2 placeholder:text-ink-soft"
      />
      <Command.List label="Zones" className="mt-2 h-60 overflow-auto">
        <Command.Empty className="px-2 py-1 text-ink-soft">This browser knows no such zone.</Command.Empty>
        {zones.map(({ zone, former, offset }) => (
          <Command.Item
            key={zone}
            value={[zone, former, offset].join(" ")}
            onSelect={() => choose(zone)}
            className="flex h-7 cursor-pointer items-center justify-between gap-4 rounded-sm px-2 data-[selected=true]:bg-sunken"
          >
            <span className={zone === current || former === current ? "font-medium" : undefined}>
              {zone.replaceAll("_", " ")}
            </span>
            <span className="font-mono text-small text-ink-soft">{offset}</span>
          </Command.Item>
        ))}
      </Command.List>
    </Command>
  );
}

/** All words somewhere in the zone's name or offset; a name that begins with the first of them comes first. */
function matches(zone: string, search: string): number {
  const text = zone.toLowerCase().replaceAll("_", " ");
  const words = search
    .toLowerCase()
    .replaceAll("_", " ")
    .split(" ")
    .filter((word) => word !== "");
  if (!words.every((word) => text.includes(word))) return 0;
  return text.split(/[/ ]/).some((part) => part.startsWith(words[0] ?? "")) ? 1 : 0.5;
}
