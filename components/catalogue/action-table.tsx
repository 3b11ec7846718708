import { EFFECTS } from "#lib/codestar/catalogue/action.ts";
import { exampleSentence } from "#lib/codestar/example-sentence.ts";
import { AccessMark } from "#components/events/access-mark.tsx";
import { eventsHref, onlyValue } from "#components/events/edit-filter.ts";
import { formatCount } from "#components/text/format-count.ts";
import { Table, Td, Th } from "#components/ui/table.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { CatalogueRow } from "./catalogue-sections.ts";
import { SensitivityText } from "./sensitivity-text.tsx";

type Props = {
  caption: string;
  rows: readonly CatalogueRow[];
  /** Whether the data could be asked. */ isCounted: boolean;
};

/** Actions of one service: what each does, in words, and how often the data has it. */
export function ActionTable({ caption, rows, isCounted }: Props) {
  return (
    <Table className="table-fixed">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          <Th className="lg:w-72">Action</Th>
          <Th className="w-20 max-lg:hidden">Access</Th>
          <Th className="w-24 max-lg:hidden">Effect</Th>
          <Th className="w-24 max-lg:hidden">Sensitivity</Th>
          <Th className="max-lg:hidden">For example</Th>
          <Th className="w-18 text-right max-sm:hidden">Failures</Th>
          <Th className="w-18 text-right">Events</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ action, events, failures, filter }) => (
          <tr key={action.eventName} className="hover:bg-sunken">
            <Td className="align-top max-lg:whitespace-normal max-lg:py-1 lg:leading-8">
              <span className="font-mono text-small lg:leading-8">{action.eventName}</span>
              <p className="text-ink-soft lg:hidden">… {exampleSentence(action)}</p>
              <p className="text-small lg:hidden">
                <AccessMark access={action.access} />, {action.effect},{" "}
                <SensitivityText sensitivity={action.sensitivity} />
              </p>
            </Td>
            <Td className="max-lg:hidden">
              <AccessMark access={action.access} />
            </Td>
            <Td className="max-lg:hidden" title={EFFECTS[action.effect]}>
              <span className={action.effect === "look-up" ? "text-ink-soft" : undefined}>{action.effect}</span>
            </Td>
            <Td className="max-lg:hidden">
              <SensitivityText sensitivity={action.sensitivity} />
            </Td>
            <Td className="max-lg:hidden" title={exampleSentence(action)}>
              … {exampleSentence(action)}
            </Td>
            <Td
              className={`text-right max-lg:align-top max-sm:hidden max-lg:py-1 ${failures > 0 ? "text-failure" : "text-ink-soft"}`}
            >
              <Count
                count={failures}
                href={eventsHref(onlyValue(filter, "outcome", "failure"))}
                isCounted={isCounted}
              />
            </Td>
            <Td className={`text-right max-lg:align-top max-lg:py-1 ${events > 0 ? "" : "text-ink-soft"}`}>
              <Count count={events} href={eventsHref(filter)} isCounted={isCounted} />
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function Count({ count, href, isCounted }: { count: number; href: string; isCounted: boolean }) {
  if (!isCounted) return <span title="Not known: the data could not be read">–</span>;
  return count === 0 ? "0" : <TextLink href={href}>{formatCount(count)}</TextLink>;
}
