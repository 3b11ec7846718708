import { getEnvironmentData } from "node:worker_threads";

/** What tests give for their threads, which nothing can be put in the place of. */
const given = (getEnvironmentData("limits of S3") ?? {}) as Record<string, number | undefined>;

/** How long S3 is waited for; a file of its own so that tests can be impatient. */
export const CONNECT_LIMIT_MS = given["CONNECT_LIMIT_MS"] ?? 5_000;
/** To the first byte of the answer. */
export const ANSWER_LIMIT_MS = given["ANSWER_LIMIT_MS"] ?? 30_000;
/** A body that sends nothing for so long is broken. */
export const STALL_LIMIT_MS = given["STALL_LIMIT_MS"] ?? 30_000;
/** Before a broken body is taken up again; twice as long each time that nothing came, and by chance half less or more. */
export const RESUME_PAUSE_MS = given["RESUME_PAUSE_MS"] ?? 100;
