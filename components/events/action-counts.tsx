import type { ActionCount, Cut } from "#lib/events/activity.ts";
import type { EventFilter } from "#lib/events/filter.ts";
import { MiddleEllipsis } from "#components/text/middle-ellipsis.tsx";
import { Qualified } from "#components/text/qualified.tsx";
import { AccessMark } from "./access-mark.tsx";
import { CountTable } from "./count-table.tsx";
import { CutSection } from "./cut-section.tsx";
import { onlyValue } from "./edit-filter.ts";

/** What was called how often, among the events of a filter; two services may have an action of one name. */
export function ActionCounts({ actions, filter }: { actions: Cut<ActionCount>; filter: EventFilter }) {
  return (
    <CutSection title="Actions" cut={actions} none="None">
      {(items) => (
        <CountTable
          caption="Actions by count"
          nameLabel="Action"
          rows={items.map((action) => ({
            key: `${action.eventSource} ${action.eventName} ${action.access}`,
            name: (
              <Qualified by={action.eventSource.replace(/\.amazonaws\.com$/, "")}>
                <span className="flex min-w-0 gap-2">
                  <AccessMark access={action.access} />
                  <MiddleEllipsis text={action.eventName} />
                </span>
              </Qualified>
            ),
            events: action.events,
            failures: action.failures,
            filter: onlyValue(onlyValue(filter, "action", action.eventName), "source", action.eventSource),
          }))}
        />
      )}
    </CutSection>
  );
}
