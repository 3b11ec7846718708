import { setEnvironmentData } from "node:worker_threads";

// What tests put in the place of limits.ts, so that none waits for half a minute.
export const CONNECT_LIMIT_MS = 1_000;
export const ANSWER_LIMIT_MS = 1_500;
export const STALL_LIMIT_MS = 500;
export const RESUME_PAUSE_MS = 20;

// In threads nothing can be put in a module's place: limits.ts itself looks here.
setEnvironmentData("limits of S3", { CONNECT_LIMIT_MS, ANSWER_LIMIT_MS, STALL_LIMIT_MS, RESUME_PAUSE_MS });
