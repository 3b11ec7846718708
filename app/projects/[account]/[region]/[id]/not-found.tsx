import Link from "next/link";
import { Notice } from "#components/states/notice.tsx";

/** No event names this project. */
export default function ProjectNotFound() {
  return (
    <>
      <h1 className="text-title font-semibold">Project</h1>
      <Notice title="No event names this project">
        Ids differ by account and region. Look through <Link href="/projects">all projects</Link>.
      </Notice>
    </>
  );
}
