import Link from "next/link";
import { Notice } from "#components/states/notice.tsx";

/** No pass under this number. */
export default function RunNotFound() {
  return (
    <>
      <h1 className="text-title font-semibold">Pass</h1>
      <Notice title="There is no pass with this number">
        The last ones stand under <Link href="/sync">Sync</Link>.
      </Notice>
    </>
  );
}
