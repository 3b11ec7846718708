import type { RejectedRecord } from "#lib/sync/queries/get-log-file.ts";
import { countOf, formatCount } from "#components/text/format-count.ts";
import { SafeText } from "#components/text/safe-text.tsx";
import { ScrollRegion } from "#components/ui/scroll-region.tsx";

/** Records that couldn't be stored as events: where each stands in its file, why, and how it begins. */
export function RejectedRecords({ records, total }: { records: readonly RejectedRecord[]; total: number }) {
  return (
    <section className="min-w-0">
      <h2 className="border-b border-line-strong pb-1 font-semibold text-failure">
        {countOf(total, "rejected record")}
      </h2>
      {records.map((record) => (
        <details
          key={`${record.position} ${record.isWithdrawn} ${record.reason}`}
          className="border-b border-line py-1.5"
        >
          <summary className="[overflow-wrap:anywhere]">
            <code className="font-mono text-small">{`Records[${record.position}]`}</code>{" "}
            <SafeText text={record.reason} />
            {record.isWithdrawn && <span className="text-ink-soft"> In an earlier version of the file only.</span>}
          </summary>
          <ScrollRegion
            label={`Beginning of Records[${record.position}]`}
            className="mt-1 max-h-96 rounded-md border border-line bg-panel"
          >
            <pre className="whitespace-pre-wrap break-all p-3 font-mono text-small">
              <SafeText text={record.beginning} keepsLines />
            </pre>
          </ScrollRegion>
          <p className="mt-1 text-small text-ink-soft">{countOf(record.bytes, "byte")} in all</p>
        </details>
      ))}
      {records.length < total && (
        <p className="mt-1 text-small text-ink-soft">The first {formatCount(records.length)} by place</p>
      )}
    </section>
  );
}
