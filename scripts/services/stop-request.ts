/** Why an AbortSignal of `stopRequest` is aborted: somebody asked this command to end. */
export class StopRequested extends Error {
  override name = "StopRequested";
  readonly signal: NodeJS.Signals;
  constructor(signal: NodeJS.Signals) {
    super("Stopped before it was ready.");
    this.signal = signal;
  }
}

/** Ctrl-C reaches this command more than once: from the terminal, and from npm, which hands it on. */
const SAME_KEYSTROKE_MS = 1_000;

/**
 * Aborted at the first Ctrl-C or SIGTERM, or when whoever started this command is gone.
 * @param onInsist called at the second one, before this process ends at once
 */
export function stopRequest(onInsist: () => void): AbortSignal {
  const controller = new AbortController();
  let askedAt = Number.POSITIVE_INFINITY;
  const ask = (signal: NodeJS.Signals) => {
    if (performance.now() - askedAt > SAME_KEYSTROKE_MS) {
      onInsist();
      process.exit(1);
    }
    askedAt = Math.min(askedAt, performance.now());
    controller.abort(new StopRequested(signal));
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => ask(signal));
  process.once("disconnect", () => controller.signal.aborted || ask("SIGTERM"));
  process.channel?.unref();
  return controller.signal;
}

/** Resolves when the signal is aborted. */
export function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}
