import Link from "next/link";
import { Notice } from "#components/states/notice.tsx";

/** An address that leads nowhere. */
export default function NotFound() {
  return (
    <>
      <h1 className="text-title font-semibold">Not found</h1>
      <Notice title="There is nothing at this address">
        Go to the <Link href="/">overview</Link> or to <Link href="/events">all events</Link>.
      </Notice>
    </>
  );
}
