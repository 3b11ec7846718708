import type { Metadata } from "next";
import { listPrincipals } from "#lib/principals/queries/list-principals.ts";
import { listSubjects } from "#lib/principals/queries/list-subjects.ts";
import { SubjectsTable } from "#components/principals/subjects-table.tsx";
import { PrincipalsTable } from "#components/principals/principals-table.tsx";
import { readTimeZone } from "#components/shell/preferences.ts";
import { answerOf } from "#components/states/answer-of.ts";
import { NoneOfAll } from "#components/states/none-of-all.tsx";
import { Notice } from "#components/states/notice.tsx";
import { QueryTrouble } from "#components/states/query-trouble.tsx";
import { SafeText } from "#components/text/safe-text.tsx";
import { ListTitle } from "#components/ui/list-title.tsx";
import { SearchForm } from "#components/ui/search-form.tsx";

export const metadata: Metadata = { title: "Principals" };

/** Everybody and everything that acted. */
export default async function PrincipalsPage({
  searchParams,
}: {
  searchParams: Promise<{ search?: string | string[] }>;
}) {
  const search = [(await searchParams).search ?? ""].flat()[0] ?? "";
  const timeZone = await readTimeZone();
  const [answer, named] = await Promise.all([answerOf(listPrincipals({ search })), answerOf(listSubjects({ search }))]);
  if ("problem" in answer) return <QueryTrouble problem={answer.problem} heading="Principals" />;
  if ("problem" in named) return <QueryTrouble problem={named.problem} heading="Principals" />;
  const { items, total } = answer.data;
  const subjects = named.data;
  return (
    <div className="grid grid-cols-1 gap-4">
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
        <ListTitle title="Principals" shown={items.length} total={total} order="latest activity first" />
        <SearchForm action="/principals" label="Name, ARN or id of a principal" search={search} />
      </div>
      {total > 0 ? (
        <PrincipalsTable principals={items} timeZone={timeZone} />
      ) : search === "" ? (
        <NoneOfAll what="principal" />
      ) : subjects.total > 0 ? null : (
        <Notice title="Nothing matches">
          No principal’s name, ARN or id has “<SafeText text={search} />” in it.
        </Notice>
      )}
      {subjects.total > 0 && <SubjectsTable subjects={subjects} timeZone={timeZone} />}
    </div>
  );
}
