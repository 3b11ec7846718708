/** A log file that can't be read as a whole. `reason` is a sentence for the ledger. */
export class LogFileError extends Error {
  readonly reason: string;

  constructor(reason: string) {
    super(reason);
    this.name = "LogFileError";
    this.reason = reason;
  }
}
