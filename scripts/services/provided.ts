/** A part that a command needs, and how it is found. */
export type Provided = {
  /** What it is called when it ends: "Database". */
  name: string;
  variables: Record<string, string>;
  /** Whether there is anything to end: not for what is configured, or another command's. */
  isOwner: boolean;
  release(options?: { now?: boolean }): Promise<void>;
  /** Ends it without waiting, where this command has it. */
  kill(): void;
};

/** Who wants the parts. */
export type Purpose = {
  /** How others are told who has them: `npm run sync`. */
  command: string;
  /** Whether only parts of its own will do. */
  mustOwn: boolean;
};

/** A part that was configured: nothing to tell children about, nothing to end. */
export const configured = (name: string): Provided => ({
  name,
  variables: {},
  isOwner: false,
  release: () => Promise.resolve(),
  kill: () => undefined,
});
