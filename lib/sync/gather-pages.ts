/** When what is gathered is given: once it is so many, or so long after the first of it came. */
export type GatherLimits = { count: number; ms: number };

/**
 * Pages put together into larger ones as they come, so that many that are nearly empty cost as little as a full one.
 * What was gathered until an error comes is given before it is thrown.
 */
export async function* gatherPages<T>(pages: AsyncIterable<T[]>, limits: GatherLimits): AsyncGenerator<T[]> {
  const source = pages[Symbol.asyncIterator]();
  const advance = () =>
    source.next().then(
      (result) => ({ result, error: null }),
      (error: unknown) => ({ result: null, error: { error } }),
    );
  let held: T[] = [];
  let timer = null as Timer | null;
  const give = () => {
    timer?.stop();
    timer = null;
    const page = held;
    held = [];
    return page;
  };
  try {
    for (let next = advance(); ;) {
      const step = await (timer ? Promise.race([next, timer.isOver]) : next);
      if (step === null) {
        yield give();
        continue;
      }
      const { result, error } = step;
      if (result === null || result.done === true) {
        if (held.length > 0) yield give();
        if (error) throw error.error;
        return;
      }
      held = held.length === 0 ? result.value : [...held, ...result.value];
      next = advance();
      if (held.length >= limits.count) yield give();
      else if (held.length > 0) timer ??= startTimer(limits.ms);
    }
  } finally {
    timer?.stop();
    // Not waited for: it may be at a request.
    void source.return?.()?.catch(() => undefined);
  }
}

type Timer = { isOver: Promise<null>; stop: () => void };

function startTimer(ms: number): Timer {
  const { promise, resolve } = Promise.withResolvers<null>();
  const timeout = setTimeout(() => resolve(null), ms);
  return { isOver: promise, stop: () => clearTimeout(timeout) };
}
