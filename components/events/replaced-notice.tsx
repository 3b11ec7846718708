import { FileWarning } from "lucide-react";
import type { EventDetail } from "#lib/events/event-detail.ts";
import { countOf } from "#components/text/format-count.ts";
import { EventTime } from "#components/time/event-time.tsx";
import { TextLink } from "#components/ui/text-link.tsx";

/** That the log file of an event has come to have other content, which lacks the event; nothing of most events. */
export function ReplacedNotice({ event, timeZone }: { event: EventDetail; timeZone: string }) {
  const found = event.deliveries.find(({ key, trailUrl }) => key === event.logFile && trailUrl === event.trailUrl);
  if (!found?.withdrawal) return null;
  const { since, isCertain, hasOtherBytes } = found.withdrawal;
  const holding = event.deliveries.filter(({ withdrawal }) => withdrawal === null).length;
  return (
    <p className="mt-2 flex items-start gap-2 border-l-2 border-failure pl-3" role="note">
      <FileWarning className="mt-0.5 size-4 shrink-0 text-failure" aria-hidden="true" />
      <span>
        Its{" "}
        <TextLink className="text-brass underline" href={`/sync/files/${found.logFileId}#versions`}>
          log file
        </TextLink>{" "}
        was replaced
        {since !== null && (
          <>
            {" on "}
            <EventTime iso={since} timeZone={timeZone} />
          </>
        )}
        ; {saidOf(isCertain, hasOtherBytes)}
        {holding > 0 && ` ${countOf(holding, "other log file")} still ${holding === 1 ? "holds" : "hold"} it.`}
      </span>
    </p>
  );
}

function saidOf(isCertain: boolean, hasOtherBytes: boolean): string {
  if (hasOtherBytes) return "an earlier version held this record, the present one has its id with other bytes.";
  if (isCertain) return "an earlier version held this event, the present one doesn’t.";
  return "the present one was read without looking for events of this service, so whether it holds this one isn’t known.";
}
