import type { Cut, ValueSpan } from "#lib/events/activity.ts";
import type { FieldFilterName } from "#lib/events/fields.ts";
import type { EventFilter } from "#lib/events/filter.ts";
import { MiddleEllipsis } from "#components/text/middle-ellipsis.tsx";
import { CountTable } from "./count-table.tsx";
import { CutSection } from "./cut-section.tsx";
import { onlyValue } from "./edit-filter.ts";

type Props = {
  title: string;
  nameLabel: string;
  values: Cut<ValueSpan>;
  filter: EventFilter;
  /** The filter that takes the values; left out: the numbers lead nowhere. */
  name?: FieldFilterName;
  timeZone: string;
};

/** Values of a field by how often they occur among the events of a filter. */
export function ValueCounts({ title, nameLabel, values, filter, name, timeZone }: Props) {
  return (
    <CutSection title={title} cut={values} none="None in these records">
      {(items) => (
        <CountTable
          caption={`${title} by count`}
          nameLabel={nameLabel}
          timeZone={timeZone}
          rows={items.map((item) => ({
            key: item.value ?? "",
            name:
              item.value === null ? <span className="text-ink-soft">none</span> : <MiddleEllipsis text={item.value} />,
            events: item.events,
            failures: item.failures,
            firstSeen: item.firstSeen,
            lastSeen: item.lastSeen,
            filter: name === undefined ? null : onlyValue(filter, name, item.value),
          }))}
        />
      )}
    </CutSection>
  );
}
