import Link from "next/link";
import type { QueryProblem } from "./answer-of.ts";
import { Notice } from "./notice.tsx";

/** Why something could not be read, and what a person can do about it. */
export function QueryTrouble({ problem }: { problem: QueryProblem }) {
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
          What was synced is safe in it. Start it, or look whether DATABASE_URL leads to it, then load this page again.
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
