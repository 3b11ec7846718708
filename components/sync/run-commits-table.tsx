import type { RunDetail } from "#lib/sync/queries/get-run-detail.ts";
import { formatCount } from "#components/text/format-count.ts";
import { EventTime } from "#components/time/event-time.tsx";
import { Foldable } from "#components/ui/foldable.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import { Table, Td, Th } from "#components/ui/table.tsx";

/** The transactions of a pass: all answers "as of" their numbers can be had again. */
export function RunCommitsTable({ detail, timeZone }: { detail: RunDetail; timeZone: string }) {
  const { commits, total, first, last } = detail;
  return (
    <section>
      <SectionHeading
        more={
          <span className="text-ink-soft">{commits.length < total && `The last ${formatCount(commits.length)}`}</span>
        }
      >
        Commits{" "}
        <span className="font-normal text-ink-soft">
          {formatCount(total)}
          {first !== null && last !== null && total > 1 && `, ${first} to ${last}`}
        </span>
      </SectionHeading>
      {commits.length === 0 ? (
        <p className="border-t border-line-strong py-2 text-ink-soft">None: it read nothing</p>
      ) : (
        <Foldable rows={commits.length}>
          <Table className="max-w-xl table-fixed">
            <caption className="sr-only">Commits, newest first</caption>
            <thead>
              <tr>
                <Th className="w-18">Number</Th>
                <Th>Committed</Th>
                <Th className="w-16 text-right sm:w-24">Events</Th>
              </tr>
            </thead>
            <tbody>
              {commits.map((commit) => (
                <tr key={commit.no}>
                  <Td>{commit.no}</Td>
                  <Td>
                    <EventTime iso={commit.committedAt} timeZone={timeZone} />
                  </Td>
                  <Td className="text-right">{formatCount(commit.events)}</Td>
                </tr>
              ))}
            </tbody>
          </Table>
        </Foldable>
      )}
    </section>
  );
}
