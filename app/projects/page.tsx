import type { Metadata } from "next";
import { listProjects } from "#lib/projects/queries/list-projects.ts";
import { ProjectsTable } from "#components/projects/projects-table.tsx";
import { readTimeZone } from "#components/shell/preferences.ts";
import { answerOf } from "#components/states/answer-of.ts";
import { NoneOfAll } from "#components/states/none-of-all.tsx";
import { QueryTrouble } from "#components/states/query-trouble.tsx";
import { ListTitle } from "#components/ui/list-title.tsx";

export const metadata: Metadata = { title: "Projects" };

/** Every project that an event names. */
export default async function ProjectsPage() {
  const timeZone = await readTimeZone();
  const answer = await answerOf(listProjects());
  if ("problem" in answer) return <QueryTrouble problem={answer.problem} heading="Projects" />;
  const { items, total } = answer.data;
  return (
    <div className="grid grid-cols-1 gap-4">
      <ListTitle title="Projects" shown={items.length} total={total} order="latest activity first" />
      {total === 0 ? <NoneOfAll what="project" /> : <ProjectsTable projects={items} timeZone={timeZone} />}
    </div>
  );
}
