/** A principal all of whose events are those of other services that belong to projects. */
export type OnlyRelated = { key: string; name: string; events: number };
