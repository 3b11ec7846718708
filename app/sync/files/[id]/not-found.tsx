import Link from "next/link";
import { Notice } from "#components/states/notice.tsx";

/** No log file under this number. */
export default function LogFileNotFound() {
  return (
    <>
      <h1 className="text-title font-semibold">Log file</h1>
      <Notice title="There is no log file with this number">
        Look through <Link href="/sync/files">all log files</Link>.
      </Notice>
    </>
  );
}
