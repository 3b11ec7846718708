import Link from "next/link";
import type { Diary } from "#lib/projects/diary.ts";
import { eventsHref, valueFilter, withTimes } from "#components/events/edit-filter.ts";
import { Notice } from "#components/states/notice.tsx";
import { Button } from "#components/ui/button.tsx";
import { DiaryDay } from "./diary-day.tsx";
import { ProjectHeading } from "./project-heading.tsx";
import { projectHref, projectValue, type ProjectName } from "./project-href.ts";

type Props = {
  project: ProjectName;
  diary: Diary;
  /** Only days before this one are shown. */ before?: string;
  timeZone: string;
};

/** What was done in a project, day by day, newest first. */
export function DiaryPage({ project, diary, before, timeZone }: Props) {
  const href = `${projectHref(project)}/diary`;
  const filter = valueFilter("project", projectValue(project));
  const [day] = diary.days;
  return (
    <article className="grid grid-cols-1 gap-4">
      <ProjectHeading project={project} current="diary">
        <p className="text-ink-soft">
          Days of {timeZone.replaceAll("_", " ")} on which something happened{before && `, before ${before}`}, newest
          first. Changes one by one, look-ups counted.
        </p>
      </ProjectHeading>
      {diary.days.length === 0 && (
        <Notice title="Nothing earlier">
          No event of this project lies before {before}. Go back to the <Link href={href}>newest days</Link>.
        </Notice>
      )}
      {diary.days.map((shown) => (
        <DiaryDay key={shown.day} day={shown} filter={filter} timeZone={timeZone} />
      ))}
      {diary.isCut && day && (
        <Notice title="This day has more changes than are shown">
          See <Link href={eventsHref(withTimes(filter, { from: day.starts, to: day.ends }))}>all of its events</Link>.
        </Notice>
      )}
      <nav aria-label="Pages" className="flex gap-2 print:hidden">
        {before !== undefined && (
          <Button asChild>
            <Link href={href} prefetch={false}>
              Newest days
            </Link>
          </Button>
        )}
        {diary.next !== null && (
          <Button asChild>
            <Link href={`${href}?before=${diary.next}`} prefetch={false}>
              Earlier days
            </Link>
          </Button>
        )}
      </nav>
    </article>
  );
}
