/**
 * Runs tasks a few at a time, in the order in which they came; one that is aborted while it waits never runs.
 * @param most how many may run at once
 */
export function inTurn(most: number): <Result>(task: () => Promise<Result>, signal: AbortSignal) => Promise<Result> {
  const waiting: (() => void)[] = [];
  let running = 0;

  return async (task, signal) => {
    if (running >= most) await turn(signal);
    else running++;
    try {
      signal.throwIfAborted();
      return await task();
    } finally {
      const next = waiting.shift();
      // The next one runs in this one's place.
      if (next) next();
      else running--;
    }
  };

  function turn(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const start = () => {
        signal.removeEventListener("abort", leave);
        resolve();
      };
      const leave = () => {
        waiting.splice(waiting.indexOf(start), 1);
        reject(signal.reason as Error);
      };
      if (signal.aborted) return reject(signal.reason as Error);
      signal.addEventListener("abort", leave, { once: true });
      waiting.push(start);
    });
  }
}
