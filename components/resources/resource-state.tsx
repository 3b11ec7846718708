import type { ResourceState } from "#lib/resources/resource.ts";

const STATES: Record<ResourceState, { label: string; title: string; className: string }> = {
  created: { label: "Created", title: "Its creation is in the records, no use of it is", className: "text-ink-soft" },
  used: { label: "Used", title: "Calls made use of it", className: "" },
  deleted: { label: "Deleted", title: "Somebody deleted it", className: "text-ink-soft" },
  seen: {
    label: "Seen",
    title: "Calls on it succeeded; its creation isn’t in the records",
    className: "text-ink-soft",
  },
  unconfirmed: {
    label: "Never confirmed",
    title: "Only failed calls name it, so it may never have existed",
    className: "rounded-sm border border-dashed border-line-strong px-1 text-small text-ink-soft",
  },
};

/** How a resource stands, by the last that records say of it. */
export function ResourceStateMark({ state }: { state: ResourceState }) {
  const { label, title, className } = STATES[state];
  return (
    <span className={`whitespace-nowrap ${className}`} title={title}>
      {label}
    </span>
  );
}
