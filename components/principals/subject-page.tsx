import Link from "next/link";
import type { SubjectDetail } from "#lib/principals/principal-detail.ts";
import { eventsHref, valueFilter } from "#components/events/edit-filter.ts";
import { SafeText } from "#components/text/safe-text.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { DoneToLines } from "./done-to-lines.tsx";
import { MembershipsTable } from "./memberships-table.tsx";

/** Somebody as others know them: what was done to whoever has an ARN. */
export function SubjectPage({ subject, timeZone }: { subject: SubjectDetail; timeZone: string }) {
  const { arn, doneTo, principals } = subject;
  return (
    <article className="grid grid-cols-1 gap-6">
      <header className="grid grid-cols-1 gap-1">
        <h1 className="text-title font-semibold [overflow-wrap:anywhere]">
          <SafeText text={arn.split("/").at(-1) || arn} />
        </h1>
        <p className="flex items-center font-mono text-small text-ink-soft">
          <span className="[overflow-wrap:anywhere]">
            <SafeText text={arn} />
          </span>
          <CopyButton isSmall label="Copy" text={arn} />
        </p>
        {principals.length === 0 ? (
          <p className="max-w-prose">
            Nobody whose present ARN this is has acted in these records. Somebody who was renamed may have, under it as{" "}
            <Link className="text-brass underline" href={eventsHref(valueFilter("principal", arn))}>
              a former ARN
            </Link>
            .
          </p>
        ) : (
          <p className="flex flex-wrap gap-x-2">
            What they did themselves:
            {principals.map(({ id, name }) => (
              <Link key={id} className="text-brass underline" href={`/principals/${id}`}>
                <SafeText text={name} />
              </Link>
            ))}
          </p>
        )}
      </header>
      <DoneToLines doneTo={doneTo} timeZone={timeZone} />
      <MembershipsTable memberships={doneTo.memberships} timeZone={timeZone} />
    </article>
  );
}
