import { type ReactNode, Suspense } from "react";
import type { EventFilter } from "#lib/events/filter.ts";
import type { DeclaredKind, FindingKindId, Thresholds } from "#lib/findings/finding-kinds.ts";
import type { Answer } from "#components/states/answer-of.ts";
import { formatCount } from "#components/text/format-count.ts";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { Table, Td, Th } from "#components/ui/table.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { findingsHref } from "./findings-href.ts";
import { ThresholdsText } from "./thresholds-text.tsx";

type Props = {
  kinds: readonly DeclaredKind[];
  filter: EventFilter;
  thresholds: Thresholds;
  /** Each comes when it comes: one that takes long keeps no other waiting. */
  counts: Readonly<Record<FindingKindId, Promise<Answer<number>>>>;
};

/** The questions, each with how many answers it has and the numbers that it turns on. */
export function KindsTable({ kinds, filter, thresholds, counts }: Props) {
  return (
    <Table>
      <caption className="sr-only">Kinds of findings, each with its count</caption>
      <thead>
        <tr>
          <Th className="w-16 text-right">Findings</Th>
          <Th>Question</Th>
          <Th className="w-64 max-lg:hidden">Thresholds</Th>
        </tr>
      </thead>
      <tbody>
        {kinds.map((kind) => {
          const href = findingsHref(kind.id, { filter, thresholds });
          return (
            <tr key={kind.id} className="hover:bg-sunken">
              <Td className="py-1.5 text-right align-top font-medium">
                <Suspense fallback={<Skeleton className="ml-auto h-4 w-8" />}>
                  <Count answer={counts[kind.id]} href={href} />
                </Suspense>
              </Td>
              <Td className="max-w-0 whitespace-normal py-1.5 align-top">
                <TextLink className="font-medium" href={href}>
                  {kind.title}
                </TextLink>
                <p className="text-ink-soft">{kind.question}</p>
                <p className="text-small text-ink-soft lg:hidden">
                  <ThresholdsText kind={kind} thresholds={thresholds} />
                </p>
              </Td>
              <Td className="whitespace-normal py-1.5 align-top text-small text-ink-soft max-lg:hidden">
                <ThresholdsText kind={kind} thresholds={thresholds} />
              </Td>
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
}

async function Count({ answer, href }: { answer: Promise<Answer<number>>; href: string }): Promise<ReactNode> {
  const known = await answer;
  if ("problem" in known)
    return <span className="text-failure">{known.problem === "slow" ? "Too slow" : "Unknown"}</span>;
  if (known.data === 0) return <span className="font-normal text-ink-soft">None</span>;
  return <TextLink href={href}>{formatCount(known.data)}</TextLink>;
}
