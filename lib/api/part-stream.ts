/**
 * A response's body out of parts, made as they are read. The first part is made at once, so that what fails
 * early can still become an error answer; what fails later breaks the connection off. A reader who goes away ends the
 * making, also one who goes before reading anything.
 */
export async function partStream(
  parts: AsyncGenerator<{ bytes: Uint8Array }>,
  signal: AbortSignal,
): Promise<ReadableStream<Uint8Array>> {
  let first: IteratorResult<{ bytes: Uint8Array }> | undefined = await parts.next();
  const stop = () => void parts.return(undefined).catch(() => undefined);
  if (signal.aborted) stop();
  signal.addEventListener("abort", stop, { once: true });
  return new ReadableStream(
    {
      async pull(controller) {
        const part = first ?? (await parts.next());
        first = undefined;
        signal.throwIfAborted();
        if (part.done) {
          signal.removeEventListener("abort", stop);
          controller.close();
        } else {
          controller.enqueue(part.value.bytes);
        }
      },
      async cancel() {
        signal.removeEventListener("abort", stop);
        await parts.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
}
