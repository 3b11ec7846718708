import type { ActionCount, Cut } from "#lib/events/activity.ts";
import type { EventFilter } from "#lib/events/filter.ts";
import { MiddleEllipsis } from "#components/text/middle-ellipsis.tsx";
import { AccessMark } from "./access-mark.tsx";
import { CountTable } from "./count-table.tsx";
import { CutSection } from "./cut-section.tsx";
import { onlyValue } from "./edit-filter.ts";

/** What was called how often, among the events of a filter. */
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
              <span className="flex items-center gap-2" title={action.eventSource}>
                <AccessMark access={action.access} />
                <MiddleEllipsis text={action.eventName} />
              </span>
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
