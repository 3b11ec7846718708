/** A part of a large job: gives results, and further parts to do. */
export type Part<T> = () => AsyncIterable<T | Part<T>>;

/**
 * The results of many parts, `limit` parts at a time (it may change) and in no order. Of each part at most one result is held, so that
 * whoever reads them sets the pace.
 */
export async function* runParallel<T extends object>(
  parts: Part<T>[],
  limit: number | (() => number),
): AsyncGenerator<T> {
  type Source = AsyncIterator<T | Part<T>>;
  type Step = { source: Source; result: IteratorResult<T | Part<T>> };
  const waiting = [...parts];
  const limitNow = () => (typeof limit === "number" ? limit : limit());
  const running = new Map<Source, Promise<Step>>();
  const advance = (source: Source) => {
    const step = source.next().then((result) => ({ source, result }));
    // A failure is seen when its turn comes; until then it must not count as unhandled.
    step.catch(() => undefined);
    running.set(source, step);
  };
  try {
    for (;;) {
      while (waiting.length > 0 && running.size < limitNow()) advance(waiting.pop()!()[Symbol.asyncIterator]());
      if (running.size === 0) return;
      const { source, result } = await Promise.race(running.values());
      if (result.done) {
        running.delete(source);
        continue;
      }
      if (typeof result.value === "function") waiting.push(result.value);
      else yield result.value;
      advance(source);
    }
  } finally {
    for (const source of running.keys()) void source.return?.().catch(() => undefined);
  }
}
