import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { findingKind } from "#lib/findings/finding-kinds.ts";
import { parseFindingsAddress } from "#lib/findings/parse-findings-address.ts";
import { listFindings } from "#lib/findings/queries/list-findings.ts";
import { type PageSearch, searchParamsOf } from "#components/events/list-address.ts";
import { FindingsPage } from "#components/findings/findings-page.tsx";
import { readSegments } from "#components/shell/path-segment.ts";
import { readTimeZone } from "#components/shell/preferences.ts";
import { answerOf } from "#components/states/answer-of.ts";

type Props = {
  params: Promise<{ kind: string }>;
  searchParams: Promise<PageSearch>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: findingKind(readSegments(await params).kind)?.title ?? "Findings" };
}

/** One question and its answers. */
export default async function Page({ params, searchParams }: Props) {
  const kind = findingKind(readSegments(await params).kind);
  if (kind === undefined) notFound();
  const address = searchParamsOf(await searchParams);
  const { filter, thresholds, problems } = parseFindingsAddress(address, ["cursor"]);
  const cursor = address.get("cursor") ?? undefined;
  const timeZone = await readTimeZone();
  const answer = await answerOf(listFindings(kind.id, { filter, thresholds, cursor }));
  const shown = { kind, filter, thresholds, problems, answer, timeZone };
  return <FindingsPage {...shown} isFirstPage={cursor === undefined} />;
}
