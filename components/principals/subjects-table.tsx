import type { Cut } from "#lib/events/activity.ts";
import type { Subject } from "#lib/principals/principal-detail.ts";
import { CountTable } from "#components/events/count-table.tsx";
import { CutSection } from "#components/events/cut-section.tsx";
import { valueFilter } from "#components/events/edit-filter.ts";
import { visibleText } from "#components/text/hidden-characters.ts";
import { Qualified } from "#components/text/qualified.tsx";
import { SafeText } from "#components/text/safe-text.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { subjectHref } from "./subject-href.ts";

const ACCOUNT = /^arn:[^:]*:iam::(\d+):/;

/** People whom others named and who never acted. */
export function SubjectsTable({ subjects, timeZone }: { subjects: Cut<Subject>; timeZone: string }) {
  return (
    <CutSection title="Named by others, never seen to act" cut={subjects} none="Nobody">
      {(items) => (
        <CountTable
          caption="People who never acted, by the latest event that names them"
          nameLabel="Person"
          timeZone={timeZone}
          rows={items.map((subject) => ({
            ...subject,
            key: subject.arn,
            name: (
              <Qualified by={ACCOUNT.exec(subject.arn)?.[1] ?? ""}>
                <TextLink className="font-medium" href={subjectHref(subject.arn)} title={visibleText(subject.arn)}>
                  <SafeText text={subject.arn.split("/").at(-1) || subject.arn} />
                </TextLink>
              </Qualified>
            ),
            filter: valueFilter("subject", subject.arn),
          }))}
        />
      )}
    </CutSection>
  );
}
