import type { EventDetail } from "#lib/events/event-detail.ts";
import { reproduceCommand } from "#lib/events/reproduce-command.ts";
import { SafeText } from "#components/text/safe-text.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";

/** The line of a shell that prints the record out of the file it was found in. */
export function ReproduceLine({ event }: { event: EventDetail }) {
  const command = reproduceCommand(event);
  if (command === null) return null;
  return (
    <section aria-label="The line that prints it" className="min-w-0">
      <div className="flex items-start gap-1 rounded-md border border-line bg-sunken pl-2">
        <code className="min-w-0 grow whitespace-pre-wrap break-all py-1.5 font-mono text-small">
          <SafeText text={command} keepsLines />
        </code>
        <CopyButton isSmall label="Copy the line that prints it" text={command} />
      </div>
      {isReplaced(event) && (
        <p className="mt-1 text-small text-ink-soft">
          The file was replaced since: only a bucket that keeps versions still has what held this record.
        </p>
      )}
    </section>
  );
}

function isReplaced({ deliveries, logFile, trailUrl, isEarlierPosition }: EventDetail): boolean {
  const found = deliveries.find((delivery) => delivery.key === logFile && delivery.trailUrl === trailUrl);
  return isEarlierPosition || (found?.withdrawal ?? null) !== null;
}
