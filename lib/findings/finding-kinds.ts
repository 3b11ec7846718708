import type { FindingKind } from "./finding-kind.ts";

const KNOWN_CALLS = {
  name: "knownCalls",
  label: "At least",
  unit: "calls before",
  default: 50,
  least: 1,
  most: 1_000_000,
} as const;

/** Every question, declared once: pages, the API, its documentation and the queries' thresholds come from here. */
export const FINDING_KINDS = [
  {
    id: "first-on-project",
    title: "First time on a project",
    question: "Who acted on a project that they had never acted on before?",
    note: "Calls that failed count. Left out are AWS services and the call that created the project.",
    reason:
      "{who} acted on {project} for the first time[, and failed ({error})]; {calls call|calls} on it in all, {writes write|writes} among them.",
    thresholds: [],
    scope: ["principal", "project"],
  },
  {
    id: "new-network",
    title: "New network",
    question: "Who called from a network that they had never called from before?",
    note: "A network is the /24 of an IPv4 address or the /48 of an IPv6 address. Left out are AWS services and calls without an address.",
    reason:
      "{who} called from {network} for the first time, by {address}, after {before call|calls} from {others other network|other networks}.",
    thresholds: [KNOWN_CALLS],
    scope: ["principal", "network"],
  },
  {
    id: "new-address",
    title: "New address in a known network",
    question: "Who called from an address that they had never called from before, in a network that they had?",
    note: "Addresses in a new network are under “New network”. Left out are AWS services and calls without an address.",
    reason:
      "{who} called from {address} for the first time, after {before call|calls}; of {network} {others address was|addresses were} known.",
    thresholds: [KNOWN_CALLS],
    scope: ["principal", "address"],
  },
  {
    id: "unusual-hour",
    title: "Writes outside usual hours",
    question: "Who wrote at an hour of the day at which they hardly ever called before?",
    note: "Hours are UTC, whatever zone the pages show. An hour is unusual when less than this share of all the principal’s earlier calls fell into it; failed writes count. Left out are AWS services.",
    reason:
      "{writes write|writes} by {who} on {day} between {hour}:00 and {hour}:59 UTC; of {before call|calls} before, {inHour} ({share} %) fell into that hour of the day.",
    thresholds: [
      { name: "hourShare", label: "Less than", unit: "% of them", default: 1, least: 1, most: 50 },
      { name: "hourCalls", label: "At least", unit: "calls before", default: 100, least: 1, most: 1_000_000 },
    ],
    scope: ["principal", "writes", "span"],
  },
  {
    id: "without-mfa",
    title: "Root, or writes without MFA",
    question: "Who wrote as root, or in a session that says that MFA was not used?",
    note: "One finding for each principal, project and day (UTC); failed writes count. Calls that don’t say whether MFA was used, such as those signed with a user’s own access key, are no findings. A role that a service or a program takes on says that it was not used, and so does one behind an identity provider’s sign-in, whatever that asked for.",
    reason: "{who} made {writes write|writes}[ on {project}] on {day} {how}.",
    thresholds: [
      { name: "leastWrites", label: "At least", unit: "writes on a day", default: 1, least: 1, most: 10_000 },
    ],
    scope: null,
  },
  {
    id: "denied-burst",
    title: "Bursts of AccessDenied",
    question: "Who was refused many times within a short time?",
    note: "Refused is what ended with AccessDenied, AccessDeniedException or an UnauthorizedOperation. Windows that overlap are one burst.",
    reason:
      "{calls call|calls} by {who} refused within {span}: {actions action|actions}[ on {projects project|projects}].",
    thresholds: [
      { name: "denied", label: "At least", unit: "refused calls", default: 10, least: 2, most: 10_000 },
      { name: "deniedMinutes", label: "Within", unit: "minutes", default: 5, least: 1, most: 1440 },
    ],
    scope: ["principal", "denied", "span"],
  },
  {
    id: "idle-member",
    title: "Members never removed",
    question: "Who is still in a team at the end of the data, though they have done nothing on the project for long?",
    note: "By team changes that succeeded; a deleted project has no team. Any call of the member on the project counts as doing something, look-ups and failures too. Days count from the last call, or from when they were let in, whichever came later.",
    reason:
      "{member} is still {role} of {project}[ since {since}][, with {remote}], and did nothing on it for {days day|days} up to the end of the data[; last on {lastAct}].",
    thresholds: [{ name: "idleDays", label: "Nothing done for", unit: "days", default: 90, least: 1, most: 36_500 }],
    scope: null,
  },
  {
    id: "left-policy",
    title: "Policies left after deletion",
    question: "Which project policies are still attached, though the project was deleted?",
    note: "CodeStar_<id>_Owner, _Contributor and _Viewer, by the records of IAM that are kept: attached, and neither detached nor deleted since. Projects of the same id that live on in the same account use the same names and excuse them.",
    reason: "{policy} is still attached to {holder}, {days day|days} after {project} was deleted.",
    thresholds: [
      { name: "graceHours", label: "At least", unit: "hours after the deletion", default: 24, least: 0, most: 87_600 },
    ],
    scope: null,
  },
  {
    id: "uncaused-policy",
    title: "Policies attached by hand",
    question: "Which project policies were attached to a user without a change of the team that would have caused it?",
    note: "A cause is an AssociateTeamMember or UpdateTeamMember that succeeded, of a user of the same name, in a project of that id in the same account. IAM’s record may be a little older than that of the call that caused it.",
    reason:
      "{who} attached {policy} to {holder}; no change of the team of {id} for {holder} is known in the {causeMinutes minute|minutes} before[, the last one was {since} before].",
    thresholds: [
      {
        name: "causeMinutes",
        label: "Within",
        unit: "minutes before",
        default: 15,
        least: 1,
        most: 10_080,
      },
      { name: "lateMinutes", label: "or within", unit: "minutes after", default: 1, least: 0, most: 60 },
    ],
    scope: null,
  },
  {
    id: "kept-stack",
    title: "Stacks kept on deletion",
    question: "Which projects were deleted without their stack, so that what they ran may run on?",
    note: "DeleteProject that succeeded and says deleteStack = false; one that doesn’t say is no finding. Whether somebody deleted the stack later is not looked at.",
    reason: "{who} deleted {project} and kept its stack.",
    thresholds: [],
    scope: null,
  },
  {
    id: "unused-connection",
    title: "Connections unused",
    question: "Which connections were not used for long, and are not deleted?",
    note: "Look-ups are no use; nor are calls that failed. A connection that is only known by look-ups counts from the first of them. Both spellings of its ARN are one connection.",
    reason:
      "{connection} was not used for {days day|days} up to the end of the data[; last by {lastAction} on {lastUse}][; it is known by look-ups alone, since {firstSeen}].",
    thresholds: [{ name: "unusedDays", label: "Unused for", unit: "days", default: 90, least: 1, most: 36_500 }],
    scope: null,
  },
  {
    id: "brief-widening",
    title: "Role widened, then narrowed",
    question: "Whose role in a team was widened and soon narrowed again?",
    note: "Viewer, Contributor, Owner, and remote access without and with; being removed is narrowing. A first role is no widening.",
    reason: "{member} of {project} went from {before} to {wide}, and {span} later to {after}.",
    thresholds: [{ name: "narrowHours", label: "Narrowed within", unit: "hours", default: 24, least: 1, most: 8760 }],
    scope: null,
  },
] as const satisfies readonly FindingKind[];

export type DeclaredKind = FindingKind & { id: FindingKindId };
export type FindingKindId = (typeof FINDING_KINDS)[number]["id"];
export type ThresholdName = (typeof FINDING_KINDS)[number]["thresholds"][number]["name"];
export type Thresholds = Readonly<Record<ThresholdName, number>>;

/** `FINDING_KINDS` for code that treats all kinds alike. */
export const findingKinds: readonly DeclaredKind[] = Array.from<DeclaredKind>(FINDING_KINDS);

/** The kind of an id; undefined when there is none. */
export function findingKind(id: string): DeclaredKind | undefined {
  return findingKinds.find((kind) => kind.id === id);
}
