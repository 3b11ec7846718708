import Link from "next/link";
import { Notice } from "#components/states/notice.tsx";

/** No question has this name. */
export default function FindingsNotFound() {
  return (
    <>
      <h1 className="text-title font-semibold">Findings</h1>
      <Notice title="There is no such question">
        Look through <Link href="/findings">all findings</Link>.
      </Notice>
    </>
  );
}
