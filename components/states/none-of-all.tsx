import Link from "next/link";
import { Notice } from "./notice.tsx";

/** No event names any such thing, perhaps since none has been synced. */
export function NoneOfAll({ what }: { what: string }) {
  return (
    <Notice title={`No ${what} yet`}>
      A {what} appears here with the first synced event that names it. See how far the <Link href="/sync">sync</Link>{" "}
      is.
    </Notice>
  );
}
