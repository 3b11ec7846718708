// What tests put in the place of limits.ts, so that none waits for half a minute.
export const CONNECT_LIMIT_MS = 1_000;
export const ANSWER_LIMIT_MS = 1_500;
export const STALL_LIMIT_MS = 500;
export const RESUME_PAUSE_MS = 20;
