import Link from "next/link";
import { Notice } from "#components/states/notice.tsx";

/** No event under this id. */
export default function EventNotFound() {
  return (
    <>
      <h1 className="text-title font-semibold">Event</h1>
      <Notice title="There is no event with this id">
        It may not be synced yet, or the address lost a part. See how far the <Link href="/sync">sync</Link> is, or look
        through <Link href="/events">all events</Link>.
      </Notice>
    </>
  );
}
