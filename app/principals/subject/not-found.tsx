import Link from "next/link";
import { Notice } from "#components/states/notice.tsx";

/** No event names this ARN as the one it was done to. */
export default function SubjectNotFound() {
  return (
    <>
      <h1 className="text-title font-semibold">Person</h1>
      <Notice title="No record names this ARN">
        Neither as the one that something was done to, nor as a principal’s present ARN. Look through{" "}
        <Link href="/principals">all principals</Link>.
      </Notice>
    </>
  );
}
