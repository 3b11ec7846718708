import { GitCommitVertical } from "lucide-react";
import type { ReactNode } from "react";
import type { Evidence, FormerMembership } from "#lib/projects/former-membership.ts";
import type { Answer } from "#components/states/answer-of.ts";
import { SafeText } from "#components/text/safe-text.tsx";
import { Mark } from "#components/ui/mark.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { eventHref } from "./event-href.ts";

type FormerMember = Extract<FormerMembership, { isMember: true }>;

/** What the member was before a team change: no part of the event, and marked as what other events suggest. */
export function FormerMembershipNote({ looked }: { looked: Answer<FormerMembership | null> }) {
  if ("problem" in looked) {
    return (
      <p className="mt-1 text-small text-ink-soft">What the member was before could not be looked up this time.</p>
    );
  }
  const former = looked.data;
  if (former === null) return null;
  return (
    <p className="mt-1 flex flex-wrap items-center gap-x-2 border-l-2 border-dashed border-line-strong pl-2">
      <span>was {former.isMember ? <Member {...former} /> : <Inference from={former}>no member</Inference>}</span>
      <Mark icon={GitCommitVertical} className="text-small text-ink-soft">
        inferred from earlier events, no part of this one
      </Mark>
    </p>
  );
}

function Member({ role, remoteAccess }: Omit<FormerMember, "isMember">) {
  return (
    <>
      {role ? (
        <Inference from={role}>
          <SafeText text={role.value} />
        </Inference>
      ) : (
        "a member"
      )}
      {remoteAccess && (
        <>
          , <Inference from={remoteAccess}>{remoteAccess.value ? "with" : "without"} remote access</Inference>
        </>
      )}
    </>
  );
}

/** Leads to the event that says so. */
function Inference({ from, children }: { from: Evidence; children: ReactNode }) {
  return (
    <TextLink
      href={eventHref(from.eventId)}
      title={`By the event of ${from.eventTime}`}
      className="underline decoration-dashed"
    >
      {children}
    </TextLink>
  );
}
