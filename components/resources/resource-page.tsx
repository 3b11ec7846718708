import { describeArn } from "#lib/codestar/describe-arn.ts";
import { RESOURCE_KINDS } from "#lib/codestar/resource-kind.ts";
import type { ResourceDetail } from "#lib/resources/resource-detail.ts";
import { CountTable } from "#components/events/count-table.tsx";
import { CutSection } from "#components/events/cut-section.tsx";
import { onlyValue, valueFilter, valueTerm, withRelated, withTerms } from "#components/events/edit-filter.ts";
import { SummaryLine } from "#components/events/summary-line.tsx";
import { PrincipalName } from "#components/principals/principal-name.tsx";
import { formatCount } from "#components/text/format-count.ts";
import { SafeText } from "#components/text/safe-text.tsx";
import { TimelineFigure } from "#components/timeline/timeline-figure.tsx";
import { KIND_WORDS } from "./kind-words.ts";
import { PartsTable } from "./parts-table.tsx";
import { ResourceEvents } from "./resource-events.tsx";
import { ResourceFactList } from "./resource-facts.tsx";
import { ResourceProjects } from "./resource-projects.tsx";
import { ResourceSpellings } from "./resource-spellings.tsx";
import { ResourceStateMark } from "./resource-state.tsx";
import { SpanTable } from "./span-table.tsx";

/** A resource's life: what it is, who made, used, changed and deleted it, for which projects, and what belongs to it. */
export function ResourcePage({ resource, timeZone }: { resource: ResourceDetail; timeZone: string }) {
  const { kind, key, name, watched, story, storyEvents } = resource;
  const words = KIND_WORDS[kind];
  const filter = valueFilter("resource", key);
  const actions = [...new Set(resource.usedThrough.items.map(({ eventName }) => eventName))];
  const uses = withRelated(withTerms(filter, "action", actions.map(valueTerm)), "include");
  const isNoUse = actions.map((action) => ({ ...valueTerm(action), isExcluded: true }));
  const changes = withTerms(onlyValue(filter, "access", "write"), "action", isNoUse);
  const isUsable = RESOURCE_KINDS[kind].used.length > 0;
  const note =
    storyEvents.read < storyEvents.total
      ? `By the newest ${formatCount(storyEvents.read)} of ${formatCount(storyEvents.total)} events that say so.`
      : null;
  const over = { note, timeZone };
  return (
    <article className="grid grid-cols-1 gap-6">
      <header className="grid grid-cols-1 gap-1">
        <div className="flex flex-wrap items-center gap-x-2">
          <h1 className="text-title font-semibold [overflow-wrap:anywhere]">
            {words.one} <SafeText text={name ?? (watched === null ? resource.id : `for ${describeArn(watched)}`)} />
          </h1>
          <ResourceStateMark state={resource.state} />
        </div>
        <ResourceSpellings arn={key} spellings={resource.spellings} />
        <SummaryLine counts={resource} filter={filter} timeZone={timeZone} />
      </header>
      <TimelineFigure timeline={resource.timeline} filter={filter} />
      <div className="grid items-start gap-x-8 gap-y-6 lg:grid-cols-2">
        <div className="grid grid-cols-1 gap-6">
          <ResourceFactList resource={resource} timeZone={timeZone} />
          <ResourceProjects resource={resource} />
        </div>
        <div className="grid grid-cols-1 gap-6">
          {(isUsable || resource.users.total > 0) && (
            <CutSection title="Used by" cut={resource.users} none="No record says that anybody used it">
              {(items) => (
                <CountTable
                  caption="Who used it, by count"
                  nameLabel="Principal"
                  timeZone={timeZone}
                  rows={items.map((user) => ({
                    ...user,
                    name: <PrincipalName principal={user} />,
                    filter: onlyValue(uses, "principal", user.key),
                  }))}
                />
              )}
            </CutSection>
          )}
          {resource.parts.total > 0 && (
            <CutSection title="Belongs together" cut={resource.parts} none="None">
              {(items) => <PartsTable parts={items} timeZone={timeZone} />}
            </CutSection>
          )}
          <SpanTable title="Targets" nameLabel="Target" detailLabel="Type" spans={story.targets} {...over} />
          <SpanTable title="Git syncs" nameLabel="Stack" detailLabel="Branch" spans={story.syncs} {...over} />
          <SpanTable title="Tags" nameLabel="Key" detailLabel="Value" spans={story.tags} {...over} />
        </div>
      </div>
      {resource.latestUses.total > 0 && (
        <ResourceEvents title="Uses" cut={resource.latestUses} all={uses} timeZone={timeZone} />
      )}
      <ResourceEvents title="Changes" cut={resource.changes} all={changes} timeZone={timeZone} />
    </article>
  );
}
