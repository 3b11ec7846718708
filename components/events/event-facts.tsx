import Link from "next/link";
import { actionOf } from "#lib/codestar/catalogue.ts";
import { EFFECTS, SENSITIVITIES } from "#lib/codestar/catalogue/action.ts";
import { isFamilyRecord } from "#lib/codestar/event-sources.ts";
import type { EventDetail } from "#lib/events/event-detail.ts";
import { eventFields } from "#lib/events/fields.ts";
import type { PersonBehind } from "#lib/principals/person-behind.ts";
import type { EventKey } from "#lib/events/fields.ts";
import type { TermFilterName } from "#lib/events/filter.ts";
import { EventPerson } from "#components/principals/event-person.tsx";
import { subjectHref } from "#components/principals/subject-href.ts";
import { SafeText } from "#components/text/safe-text.tsx";
import { projectHref, projectValue } from "#components/projects/project-href.ts";
import { resourceHref } from "#components/resources/resource-href.ts";
import { formatTime } from "#components/time/format-time.ts";
import { AccessMark } from "./access-mark.tsx";
import { projectOf } from "./event-project.ts";
import { Fact } from "./fact.tsx";
import { FactList } from "./fact-list.tsx";
import { OutcomeMark } from "./outcome-mark.tsx";
import { RelationFacts } from "./relation-facts.tsx";

const TEXT_KINDS = new Set(["text", "enum", "principal", "project"]);
const fieldOf = (key: EventKey) => eventFields.find((field) => field.key === key);
/** Whom a dossier is about; topics and chat channels are subjects, too. */
const PERSON = /^arn:[^:]+:iam::/;
const flagText = (flag: boolean | null) => (flag === null ? null : flag ? "yes" : "no");

type Props = { event: EventDetail; /** Who was behind it. */ person: PersonBehind | null; timeZone: string };

/** Who, what, when and from where: every value that the record has, its link and its copy. */
export function EventFacts({ event, person, timeZone }: Props) {
  /** A field of the table, labelled and filtered as declared. */
  const field = (key: Exclude<EventKey, "mfa">) => {
    const { label = key, filter, kind = "text" } = fieldOf(key) ?? {};
    const name = filter as TermFilterName | undefined;
    return <Fact key={key} label={label} value={event[key]} filter={name} isMono={!TEXT_KINDS.has(kind)} />;
  };
  const project = projectOf(event);
  const resource = event.resourceArn === null ? null : resourceHref(event.resourceArn);

  const record = {
    eventSource: event.eventSource,
    eventName: event.eventName,
    sourceIPAddress: event.sourceIp ?? undefined,
    userAgent: event.userAgent ?? undefined,
  };
  const action = actionOf(record);

  return (
    <div className="grid grid-cols-1 gap-6">
      <FactList title="Who">
        <Fact
          label="Principal"
          value={event.principalKey}
          filter="principal"
          more={<More href={`/principals/${event.principalRef}`}>All about this principal</More>}
        >
          <SafeText text={event.principalLabel} />
        </Fact>
        <Fact
          label="Name"
          value={event.principalName === event.principalLabel ? null : event.principalName}
          filter="principal"
        />
        {person !== null && <EventPerson person={person} />}
        {field("principalType")}
        <Fact label="Session" value={event.sessionName} filter="q" />
        {field("principalArn")}
        {field("issuerArn")}
        {field("invokedBy")}
        {field("accessKeyId")}
        <Fact label="MFA" value={flagText(event.mfa)} />
      </FactList>
      <FactList title="What">
        {action === null && isFamilyRecord(record) ? (
          <Fact
            label="Action"
            value={event.eventName}
            filter="action"
            isMono
            more={<More href="/catalogue">Not in the catalogue yet</More>}
          />
        ) : (
          field("eventName")
        )}
        {field("eventSource")}
        {project && (
          <Fact
            label="Project"
            value={projectValue(project)}
            filter="project"
            more={<More href={projectHref(project)}>All about this project</More>}
          />
        )}
        {event.relatedReason !== null && <RelationFacts event={event} />}
        <Fact
          label="Subject"
          value={event.subjectArn}
          filter="subject"
          isMono
          more={
            event.subjectArn !== null &&
            PERSON.test(event.subjectArn) && <More href={subjectHref(event.subjectArn)}>All about this person</More>
          }
        />
        <Fact
          label="Resource"
          value={event.resourceArn}
          filter="resource"
          isMono
          more={resource !== null && <More href={resource}>All about this resource</More>}
        />
        <Fact label="Access" value={event.access} filter="access">
          <AccessMark access={event.access} />
        </Fact>
        {action && (
          <>
            <Fact label="Effect" value={action.effect}>
              <Meant word={action.effect} meaning={EFFECTS[action.effect]} />
            </Fact>
            <Fact label="Sensitivity" value={action.sensitivity}>
              <Meant word={action.sensitivity} meaning={SENSITIVITIES[action.sensitivity]} />
            </Fact>
          </>
        )}
        <Fact label="Outcome" value={event.outcome} filter="outcome">
          <OutcomeMark outcome={event.outcome} />
        </Fact>
        {field("errorCode")}
        {field("errorMessage")}
      </FactList>
      <FactList title="When and from where">
        <Fact label="Time" value={formatTime(event.eventTime, timeZone)} isMono />
        {timeZone !== "UTC" && <Fact label="Time in UTC" value={formatTime(event.eventTime, "UTC")} isMono />}
        {field("sourceIp")}
        {field("userAgent")}
        {field("accountId")}
        {field("region")}
      </FactList>
      <FactList title="Marks of the record">
        {field("eventId")}
        {field("requestId")}
        <Fact label="Event type" value={event.eventType} isMono />
        {field("eventVersion")}
        <Fact label="Its own readOnly" value={event.readOnly === null ? null : String(event.readOnly)} isMono />
      </FactList>
    </div>
  );
}

/** A word of the catalogue and what it means. */
function Meant({ word, meaning }: { word: string; meaning: string }) {
  return (
    <>
      {word} <span className="text-small text-ink-soft">{meaning}</span>
    </>
  );
}

function More({ href, children }: { href: string; children: string }) {
  return (
    <>
      {"\u2002"}
      <Link
        href={href}
        prefetch={false}
        className="inline-block font-sans text-brass underline-offset-2 hover:underline"
      >
        {children}
      </Link>
    </>
  );
}
