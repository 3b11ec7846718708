/** A count that is there sooner needs no word about it. */
export const PATIENCE_MS = 400;
