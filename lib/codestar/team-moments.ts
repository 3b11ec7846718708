import { eventOrder, isAtOrBefore } from "./event-order.ts";
import type { MemberSpan, TeamHistory } from "./team-history.ts";
import type { TeamEvent } from "./team.ts";

/** What stands around an instant in a team's history. */
export type TeamMoment = {
  /** The last change before it and the first after it: successful calls on members, and deletions. */
  previous: TeamEvent | null;
  next: TeamEvent | null;
  /** Stretches around it of which only their end is known: who perhaps was a member. */
  perhaps: MemberSpan[];
  /** The call that created the project, where it lies after the instant and nothing before that is known of it. */
  notYetCreatedBy: TeamEvent | null;
  /** The deletion after which nothing happened until the instant. */
  deletedBy: TeamEvent | null;
};

/** The changes around an instant, and what later calls say of it. */
export function teamMoment({ members, events }: TeamHistory, at: string): TeamMoment {
  const done = events.filter(({ outcome }) => outcome === "success").toSorted(eventOrder);
  const changes = done.filter(({ eventName }) => eventName !== "CreateProject");
  const until = done.filter(({ eventTime }) => isAtOrBefore(eventTime, at));
  const last = until.at(-1);
  const [first] = done;
  return {
    previous: changes.findLast(({ eventTime }) => !isAtOrBefore(at, eventTime)) ?? null,
    next: changes.find(({ eventTime }) => !isAtOrBefore(eventTime, at)) ?? null,
    perhaps: members.flatMap(({ spans }) =>
      spans.filter(
        ({ isUncertain, from, to }) =>
          isUncertain && (from === null || isAtOrBefore(from, at)) && (to === null || !isAtOrBefore(to, at)),
      ),
    ),
    notYetCreatedBy: until.length === 0 && first?.eventName === "CreateProject" ? first : null,
    deletedBy: last?.eventName === "DeleteProject" ? last : null,
  };
}
