/** A thread ended, or never started, that had files to read. */
export class LostThread extends Error {
  override name = "LostThread";
  readonly isOutOfMemory: boolean;
  constructor(cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.isOutOfMemory = (cause as NodeJS.ErrnoException).code === "ERR_WORKER_OUT_OF_MEMORY";
  }
}
