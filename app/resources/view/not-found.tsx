import Link from "next/link";
import { Notice } from "#components/states/notice.tsx";

/** No event names such a resource. */
export default function ResourceNotFound() {
  return (
    <>
      <h1 className="text-title font-semibold">Resource</h1>
      <Notice title="No event names this resource">
        There is a page for every connection, host, repository link and notification rule that a synced event names, by
        its ARN. Look through <Link href="/resources">all resources</Link>.
      </Notice>
    </>
  );
}
