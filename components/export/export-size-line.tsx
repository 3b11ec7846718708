import { countOf } from "#components/text/format-count.ts";
import type { ExportSize } from "./use-export-size.ts";

/** What the file will hold, counting, or why it isn't known. */
export function ExportSizeLine({ size: { asOf, rows, trouble } }: { size: ExportSize }) {
  return (
    <p role="status">
      {trouble === null ? (
        rows === undefined ? (
          "Still counting the rows…"
        ) : (
          <>
            Will hold <span className="font-medium">{countOf(rows, "row")}</span>
          </>
        )
      ) : trouble.trouble === "slow" ? (
        "Counting took too long and was stopped; the export itself has no time limit."
      ) : (
        `Not counted. ${trouble.message}`
      )}
      {asOf !== undefined && <span className="text-ink-soft"> as of commit {asOf}</span>}
    </p>
  );
}
