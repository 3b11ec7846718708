import { CirclePause } from "lucide-react";
import type { SyncState } from "#lib/sync/queries/sync-state.ts";
import { SafeText } from "#components/text/safe-text.tsx";
import { EventTime } from "#components/time/event-time.tsx";

type Paused = NonNullable<SyncState["trails"][number]["paused"]>;

/** What stands in a trail's way, since when, and when it is tried again. */
export function PausedLine({ paused, timeZone }: { paused: Paused; timeZone: string }) {
  return (
    <div className="whitespace-normal py-1 font-sans leading-4 [overflow-wrap:anywhere]">
      <p className="flex flex-wrap items-center gap-x-1 text-failure">
        <CirclePause className="size-3.5 shrink-0" aria-hidden="true" />
        Paused since <EventTime iso={paused.since} timeZone={timeZone} />
      </p>
      <p>
        <SafeText text={paused.reason} />
      </p>
      <p className="flex flex-wrap gap-x-1 text-ink-soft">
        Next try after <EventTime iso={paused.nextTryAfter} timeZone={timeZone} />; <em>Sync now</em> tries at once.
      </p>
    </div>
  );
}
