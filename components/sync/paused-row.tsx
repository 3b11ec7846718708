import { CirclePause } from "lucide-react";
import type { SyncState } from "#lib/sync/queries/sync-state.ts";
import { SafeText } from "#components/text/safe-text.tsx";
import { EventTime } from "#components/time/event-time.tsx";
import { Td } from "#components/ui/table.tsx";

type Paused = NonNullable<SyncState["trails"][number]["paused"]>;

/** What stands in a trail's way, since when, and when it is tried again: a row below the trail's own. */
export function PausedRow({ paused, timeZone }: { paused: Paused; timeZone: string }) {
  return (
    <tr>
      <Td colSpan={2} className="whitespace-normal pb-2 text-small leading-5 [overflow-wrap:anywhere]">
        <p className="flex flex-wrap items-center gap-x-1 text-failure">
          <CirclePause className="size-3.5 shrink-0" aria-hidden="true" />
          Paused since <EventTime iso={paused.since} timeZone={timeZone} />
        </p>
        <p>
          <SafeText text={paused.reason} />
        </p>
        <p className="flex flex-wrap gap-x-1 text-ink-soft">
          Sync now tries at once, the schedule after <EventTime iso={paused.nextTryAfter} timeZone={timeZone} />
        </p>
      </Td>
      <Td className="max-md:hidden" />
      <Td className="max-lg:hidden" />
    </tr>
  );
}
