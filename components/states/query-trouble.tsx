import Link from "next/link";
import { RefreshPage } from "#components/shell/refresh-page.tsx";
import type { QueryProblem } from "./answer-of.ts";
import { Notice } from "./notice.tsx";

const RETRY_MS = 5000;

type Props = { problem: QueryProblem; /** Of the page, where the trouble is all of it. */ heading?: string };

/** Why something could not be read, and what a person can do about it. */
export function QueryTrouble({ problem, heading }: Props) {
  return (
    <>
      {heading !== undefined && <h1 className="text-title font-semibold">{heading}</h1>}
      <Trouble problem={problem} />
    </>
  );
}

function Trouble({ problem }: { problem: QueryProblem }) {
  switch (problem) {
    case "slow":
      return (
        <Notice title="This took too long and was stopped" isAlert>
          Nothing is shown rather than a part. Narrow the time range, or take a filter away.
        </Notice>
      );
    case "away":
      return (
        <Notice title="The database does not answer" isAlert>
          <RefreshPage everyMs={RETRY_MS} />
          What was synced is safe in it. Start it, or look whether DATABASE_URL leads to it; this page tries again by
          itself.
        </Notice>
      );
    case "place":
      return (
        <Notice title="There is no such place in the list" isAlert>
          The address names a page that this database never gave out. Begin at the{" "}
          <Link href="/events">newest events</Link>.
        </Notice>
      );
  }
}
