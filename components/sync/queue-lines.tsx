import type { MessageQueue } from "#lib/sync/queries/sync-state.ts";
import { countOf, formatCount } from "#components/text/format-count.ts";
import { SafeText } from "#components/text/safe-text.tsx";
import { EventTime } from "#components/time/event-time.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";

/** The queues that tell of new log files: whether they are listened to, and what came. Nothing when there are none. */
export function QueueLines({ queues, timeZone }: { queues: readonly MessageQueue[]; timeZone: string }) {
  if (queues.length === 0) return null;
  return (
    <section>
      <SectionHeading>Queues</SectionHeading>
      <ul className="border-t border-line-strong">
        {queues.map((queue) => (
          <li key={queue.url} className="flex flex-wrap items-baseline gap-x-3 border-b border-line py-1.5">
            <span className="font-mono text-small [overflow-wrap:anywhere]" title={queue.url}>
              <SafeText text={queue.url} />
            </span>
            <span className="text-ink-soft">
              <State queue={queue} timeZone={timeZone} />
            </span>
            {queue.messagesHandled > 0 && (
              <span className="text-ink-soft">
                {countOf(queue.messagesHandled, "message")} handled
                {queue.messagesIgnored > 0 &&
                  `, ${formatCount(queue.messagesIgnored)} of them named no log file of the trails`}
              </span>
            )}
            {queue.messagesUnreadable > 0 && (
              <span className="text-failure">
                Unreadable ones came {countOf(queue.messagesUnreadable, "time")}; they are left to the dead-letter queue
              </span>
            )}
            {queue.error !== null && (
              <span className="basis-full text-failure [overflow-wrap:anywhere]">
                <SafeText text={queue.error} />
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function State({ queue, timeZone }: { queue: MessageQueue; timeZone: string }) {
  if (!queue.isListening) {
    return (
      <>
        No worker has listened since <EventTime iso={queue.listenedAt} timeZone={timeZone} />
      </>
    );
  }
  if (queue.lastMessageAt === null) return "No message yet";
  return (
    <>
      Last message <EventTime iso={queue.lastMessageAt} timeZone={timeZone} />
    </>
  );
}
