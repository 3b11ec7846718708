import type { EventRow } from "#lib/events/event-row.ts";

/** What the principal filter takes for the one who acted: the role behind a session, else the ARN, else the name. */
export function principalValue(event: Pick<EventRow, "issuerArn" | "principalArn" | "principalName">): string {
  return event.issuerArn ?? event.principalArn ?? event.principalName;
}
