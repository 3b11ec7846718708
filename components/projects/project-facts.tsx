import type { ReactNode } from "react";
import type { FactSet, ProjectCall, ProjectFact, ProjectStory, Said } from "#lib/codestar/project-story.ts";
import { eventHref } from "#components/events/event-href.ts";
import { SafeText } from "#components/text/safe-text.tsx";
import { countOf } from "#components/text/format-count.ts";
import { EventTime } from "#components/time/event-time.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { Doer } from "./doer.tsx";
import { EventSentence } from "./event-sentence.tsx";

const LABELS: Record<ProjectFact, string> = {
  name: "Name",
  description: "Description",
  template: "Template",
  stack: "Stack",
};

/** A project's life and what it was called, made of and tagged: each value with the event that says so. */
export function ProjectFacts({ story, timeZone }: { story: ProjectStory; timeZone: string }) {
  const made = story.calls.filter(({ eventName }) => eventName === "CreateProject");
  const ended = story.calls.filter(({ eventName }) => eventName === "DeleteProject");
  const setAt = (set: FactSet) => <SetBy call={set.call} timeZone={timeZone} />;
  return (
    <section className="min-w-0">
      <SectionHeading>Project</SectionHeading>
      <dl className="border-t border-line-strong lg:columns-2 lg:gap-8">
        <Row label="Created">
          {made.length === 0 && <span className="text-ink-soft">No event says when and by whom</span>}
          {made.map((call) => (
            <CallLine key={call.eventId} call={call} timeZone={timeZone} />
          ))}
        </Row>
        <Row label="Deleted">
          {ended.length === 0 && <span className="text-ink-soft">No event says so</span>}
          {ended.map((call) => (
            <CallLine key={call.eventId} call={call} timeZone={timeZone} />
          ))}
        </Row>
        {(["name", "description", "template", "stack"] as const).map((fact) => (
          <Row key={fact} label={LABELS[fact]}>
            <Values sets={story.facts[fact]} isMono={fact === "template" || fact === "stack"} setAt={setAt} />
          </Row>
        ))}
        <Row label="Tags">
          {story.tags.length === 0 && !story.hasHiddenTags && <span className="text-ink-soft">None known</span>}
          {story.hasHiddenTags && <p className="text-ink-soft">Some tags are hidden in the records</p>}
          {story.tags.map(({ key, sets }) => (
            <div key={key} className="flex gap-x-2 max-sm:flex-col">
              <span className="shrink-0 font-mono text-small leading-5">
                <SafeText text={key} />
              </span>
              <div className="min-w-0">
                <Values sets={sets} setAt={setAt} />
              </div>
            </div>
          ))}
        </Row>
        {story.failures.length > 0 && (
          <Row label="Failed">
            <p className="text-failure">
              {countOf(story.failures.length, "call")} would have changed the project and failed
            </p>
            {story.failures.slice(-3).map((call) => (
              <p key={call.eventId}>
                <EventSentence event={call} isWhole />
              </p>
            ))}
          </Row>
        )}
      </dl>
    </section>
  );
}

function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="flex min-h-8 break-inside-avoid items-start gap-2 border-b border-line py-1.5">
      <dt className="w-24 shrink-0 text-ink-soft">{label}</dt>
      <dd className="min-w-0 grow [overflow-wrap:anywhere]">{children}</dd>
    </div>
  );
}

function CallLine({ call, timeZone }: { call: ProjectCall; timeZone: string }) {
  return (
    <p className="flex flex-wrap gap-x-2">
      <TextLink href={eventHref(call.eventId)} className="underline">
        <EventTime iso={call.eventTime} timeZone={timeZone} />
      </TextLink>
      <span>
        by <Doer event={call} />
      </span>
    </p>
  );
}

function SetBy({ call, timeZone }: { call: ProjectCall; timeZone: string }) {
  return (
    <span className="text-small text-ink-soft">
      since{" "}
      <TextLink href={eventHref(call.eventId)} className="underline">
        <EventTime iso={call.eventTime} timeZone={timeZone} />
      </TextLink>
    </span>
  );
}

/** The last value, and the earlier ones behind a fold. */
function Values({
  sets,
  isMono = false,
  setAt,
}: {
  sets: readonly FactSet[];
  isMono?: boolean;
  setAt: (set: FactSet) => ReactNode;
}) {
  const last = sets.at(-1);
  if (last === undefined) return <span className="text-ink-soft">No event says</span>;
  const earlier = sets.slice(0, -1).toReversed();
  return (
    <>
      <Value said={last.said} isMono={isMono} /> {setAt(last)}
      {earlier.length > 0 && (
        <details>
          <summary className="w-fit rounded-sm pr-2 text-small text-ink-soft hover:text-ink">
            {countOf(earlier.length, "earlier value")}
          </summary>
          <ul>
            {earlier.map((set) => (
              <li key={set.call.eventId}>
                <Value said={set.said} isMono={isMono} /> {setAt(set)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function Value({ said, isMono }: { said: Said; isMono: boolean }) {
  if (said === null) return <span className="text-ink-soft">none</span>;
  if (said === "hidden") return <span className="text-ink-soft">hidden in the record</span>;
  return (
    <span className={isMono ? "font-mono text-small leading-5 break-all" : undefined}>
      <SafeText text={said.text} />
    </span>
  );
}
