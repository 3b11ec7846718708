import Link from "next/link";
import type { PersonBehind } from "#lib/principals/person-behind.ts";
import { Fact } from "#components/events/fact.tsx";
import { eventHref } from "#components/events/event-href.ts";
import { SafeText } from "#components/text/safe-text.tsx";
import { CERTAINTIES, reasonText } from "./person-text.ts";
import { PersonName } from "./person-name.tsx";
import { RuleWords } from "./rule-words.tsx";

/** Who acts by themselves; that line would say what the line above it says. */
const OBVIOUS = new Set<PersonBehind["rule"]>(["iam-user", "identity-center-user", "identity-provider", "service"]);

/** The person behind an event in one line, by which rule, and how sure. */
export function EventPerson({ person: found }: { person: PersonBehind }) {
  const first = found.handovers.at(-1);
  if (OBVIOUS.has(found.rule)) return null;
  return (
    <Fact label="Person" value={found.person ?? "unknown"}>
      <PersonName found={found} />{" "}
      <span className="text-ink-soft" title={reasonText(found)}>
        {found.person !== null && `${CERTAINTIES[found.certainty].toLowerCase()}: `}
        <RuleWords found={found} />
      </span>{" "}
      {first !== undefined && (
        <Link
          className="font-sans text-brass underline-offset-2 hover:underline"
          href={eventHref(first.eventId)}
          prefetch={false}
        >
          <SafeText text={first.eventName} />
        </Link>
      )}
    </Fact>
  );
}
