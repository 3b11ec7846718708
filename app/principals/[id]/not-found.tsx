import Link from "next/link";
import { Notice } from "#components/states/notice.tsx";

/** Nobody has this number. */
export default function PrincipalNotFound() {
  return (
    <>
      <h1 className="text-title font-semibold">Principal</h1>
      <Notice title="No principal has this number">
        Numbers are this database’s own. Look through <Link href="/principals">all principals</Link>.
      </Notice>
    </>
  );
}
