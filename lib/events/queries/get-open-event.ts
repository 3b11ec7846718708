import type { EventDetail } from "#lib/events/event-detail.ts";
import { policyCauses, type PolicyCauses } from "#lib/findings/queries/policy-causes.ts";
import type { PersonBehind } from "#lib/principals/person-behind.ts";
import { getEventPerson } from "#lib/principals/queries/get-event-person.ts";
import type { FormerMembership } from "#lib/projects/former-membership.ts";
import { getFormerMembership } from "#lib/projects/queries/get-former-membership.ts";
import { getEvent } from "./get-event.ts";

/** What could be looked up, or that it took too long. */
export type Looked<Data> = { data: Data } | { problem: "slow" };

/** An event with what other events tell of it. */
export type OpenEvent = {
  event: EventDetail;
  /** Who was behind it. */
  person: PersonBehind | null;
  /** What a member was before a team change. */
  former: Looked<FormerMembership | null>;
  causes: Looked<PolicyCauses>;
};

/** Everything that is shown of one event; null when there is none of the id. What is inferred may be too slow to look up. */
export async function getOpenEvent(eventId: string): Promise<OpenEvent | null> {
  const [event, person, former, causes] = await Promise.all([
    getEvent(eventId),
    getEventPerson(eventId),
    unlessSlow(getFormerMembership(eventId)),
    unlessSlow(policyCauses(eventId)),
  ]);
  return event && { event, person, former, causes };
}

async function unlessSlow<Data>(query: Promise<Data>): Promise<Looked<Data>> {
  try {
    return { data: await query };
  } catch (error) {
    if (error instanceof Error && error.name === "QueryTimeoutError") return { problem: "slow" };
    throw error;
  }
}
