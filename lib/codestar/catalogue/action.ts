/** What is known of one API action. Paths are read in order, the first that holds a text counts. */
export type Action = {
  eventSource: string;
  eventName: string;
  access: "read" | "write";
  /** where the project's id or ARN stands */
  project: readonly string[];
  /** where the person or target that it is done to stands */
  subject: readonly string[];
  /** where the ARN of the thing acted on stands, its own before that of what it belongs to */
  resource: readonly string[];
  /** see sentence.ts; of several, the first that the record can fill */
  sentence: readonly string[];
};

/** An action as the tables write it; responses are null on failure, so that no path list is of responses alone. */
export type ActionEntry = {
  access: "read" | "write";
  project?: readonly string[];
  subject?: readonly string[];
  resource?: readonly string[];
  sentence: string | readonly string[];
};

/** The actions of one event source. */
export function actionsOf(eventSource: string, entries: Record<string, ActionEntry>): Action[] {
  return Object.entries(entries).map(([eventName, entry]) => ({
    eventSource,
    eventName,
    access: entry.access,
    project: entry.project ?? [],
    subject: entry.subject ?? [],
    resource: entry.resource ?? [],
    sentence: typeof entry.sentence === "string" ? [entry.sentence] : entry.sentence,
  }));
}
