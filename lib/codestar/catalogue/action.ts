/** What kind of thing an action has an effect on, and what that means to a reader. */
export const EFFECTS = {
  team: "who belongs to a project, and in which role",
  project: "a project itself",
  profile: "a user’s profile, with the SSH key that opens a project’s machines",
  connection: "connections, their hosts, repository links and Git sync",
  notification: "notification rules and who receives what they send",
  tag: "tags",
  "look-up": "nothing: it only looks something up",
} as const;

/** How closely an action deserves to be looked at, most first. Steps with a meaning, no scores. */
export const SENSITIVITIES = {
  high: "grants or takes away access, deletes, or hands out a token",
  medium: "changes something, and nobody’s access",
  low: "looks something up",
} as const;

export type Effect = keyof typeof EFFECTS;
export type Sensitivity = keyof typeof SENSITIVITIES;

/** An action in words: whether it changes anything, and its sentence. */
export type Wording = {
  access: "read" | "write";
  /** see sentence.ts; of several, the first that the record can fill */
  sentence: readonly string[];
};

/** What is known of one API action. Paths are read in order, the first that holds a text counts. */
export type Action = Wording & {
  eventSource: string;
  eventName: string;
  effect: Effect;
  sensitivity: Sensitivity;
  /** where the project's id or ARN stands */
  project: readonly string[];
  /** where the person or target that it is done to stands */
  subject: readonly string[];
  /** where the ARN of the thing acted on stands, its own before that of what it belongs to */
  resource: readonly string[];
};

/** An action as the tables write it; responses are null on failure, so that no path list is of responses alone. */
export type ActionEntry = {
  project?: readonly string[];
  subject?: readonly string[];
  resource?: readonly string[];
  sentence: string | readonly string[];
} & (
  | { access: "write"; effect: Exclude<Effect, "look-up">; sensitivity: Exclude<Sensitivity, "low"> }
  // What reads only looks up, unless it says otherwise: some hand out tokens.
  | { access: "read"; effect?: Effect; sensitivity?: Sensitivity }
);

/** The actions of one event source. */
export function actionsOf(eventSource: string, entries: Record<string, ActionEntry>): Action[] {
  return Object.entries(entries).map(([eventName, entry]) => ({
    eventSource,
    eventName,
    access: entry.access,
    effect: entry.effect ?? "look-up",
    sensitivity: entry.sensitivity ?? "low",
    project: entry.project ?? [],
    subject: entry.subject ?? [],
    resource: entry.resource ?? [],
    sentence: sentencesOf(entry),
  }));
}

/** The templates of an entry, one or several. */
export function sentencesOf({ sentence }: Pick<ActionEntry, "sentence">): readonly string[] {
  return typeof sentence === "string" ? [sentence] : sentence;
}
