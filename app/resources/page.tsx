import type { Metadata } from "next";
import { KIND_NAMES } from "#lib/codestar/resource-kind.ts";
import { listResources } from "#lib/resources/queries/list-resources.ts";
import { ResourcesPage } from "#components/resources/resources-page.tsx";
import { readTimeZone } from "#components/shell/preferences.ts";
import { answerOf } from "#components/states/answer-of.ts";
import { QueryTrouble } from "#components/states/query-trouble.tsx";

export const metadata: Metadata = { title: "Resources" };

type Search = Record<"kind" | "search", string | string[] | undefined>;

/** Connections, hosts, repository links and notification rules. */
export default async function Page({ searchParams }: { searchParams: Promise<Search> }) {
  const params = await searchParams;
  const first = (name: keyof Search) => [params[name] ?? []].flat()[0];
  const kind = KIND_NAMES.find((known) => known === first("kind"));
  const search = first("search")?.trim() ?? "";
  const timeZone = await readTimeZone();
  const answer = await answerOf(listResources({ kind, search }));
  if ("problem" in answer) return <QueryTrouble problem={answer.problem} heading="Resources" />;
  return <ResourcesPage list={answer.data} kind={kind} search={search} timeZone={timeZone} />;
}
