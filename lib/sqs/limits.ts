/** How long SQS is waited for; a file of its own so that tests can be impatient. */
export const CONNECT_LIMIT_MS = 5_000;
/** To the answer; a long poll takes twenty seconds by itself. */
export const ANSWER_LIMIT_MS = 40_000;
/** An empty queue answers after so long (SQS's most). */
export const WAIT_SECONDS = 20;
/** For so long others don't get a message that was received; while it is worked on, it is hidden again and again. */
export const HIDDEN_SECONDS = 60;
