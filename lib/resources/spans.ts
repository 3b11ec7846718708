/** The event by which something began or ended. */
export type By = { eventId: string; eventTime: string; principalName: string };

/** Something that a resource had for a time: a tag, a target, a sync. */
export type Span = {
  name: string;
  /** A tag's value, a target's type, a sync's branch; null where no record says. */
  detail: string | null;
  /** Null: it was there before, by records that say only its end. */
  since: By | null;
  /** Null: no record ends it. */
  until: By | null;
};

/** What one event does to them: `all` ends everything that isn't set by the same event. */
export type Step =
  | { does: "set"; name: string; detail: string | null }
  | { does: "end"; name: string; isKnownHere?: boolean }
  | { does: "all" };

const MAX_SPANS = 1000;

/**
 * What was there and for how long, from events in their order, oldest beginning first. To set it again with another
 * detail ends one span and begins the next; an end without a beginning is a span of its own, unless the step is
 * `isKnownHere`: then it ends what is known and says nothing of its own.
 */
export function spans(events: readonly { by: By; steps: readonly Step[] }[]): Span[] {
  const done: Span[] = [];
  const open = new Map<string, Span>();
  const end = (name: string, by: By) => {
    const span = open.get(name);
    if (span) span.until = by;
    open.delete(name);
    return span !== undefined;
  };
  for (const { by, steps } of events) {
    if (steps.some((step) => step.does === "all")) {
      const kept = new Set(steps.flatMap((step) => (step.does === "set" ? step.name : [])));
      for (const name of open.keys()) if (!kept.has(name)) end(name, by);
    }
    for (const step of steps) {
      if (done.length >= MAX_SPANS) return done;
      if (step.does === "end") {
        const wasOpen = end(step.name, by);
        if (!wasOpen && !step.isKnownHere) done.push({ name: step.name, detail: null, since: null, until: by });
      } else if (step.does === "set") {
        const present = open.get(step.name);
        if (present && (step.detail === null || step.detail === present.detail)) continue;
        end(step.name, by);
        const span = { name: step.name, detail: step.detail, since: by, until: null };
        open.set(step.name, span);
        done.push(span);
      }
    }
  }
  return done;
}
