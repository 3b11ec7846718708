/** The times of the oldest and the newest event there are, ISO 8601. */
export type DataSpan = { oldest: string; newest: string };
