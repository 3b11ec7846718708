import type { OpenEvent } from "#lib/events/queries/get-open-event.ts";
import { FormerMembershipNote } from "./former-membership-note.tsx";
import { PolicyCauses } from "./policy-causes.tsx";
import { ReplacedNotice } from "./replaced-notice.tsx";

/** What other events and the ledger tell of an event; nothing of most. */
export function EventNotes({ open, timeZone }: { open: OpenEvent; timeZone: string }) {
  return (
    <>
      <FormerMembershipNote looked={open.former} />
      <ReplacedNotice event={open.event} timeZone={timeZone} />
      <PolicyCauses looked={open.causes} timeZone={timeZone} />
    </>
  );
}
