import type { GetObjectCommand, ListObjectsV2Command } from "@aws-sdk/client-s3";

export type S3RequestOptions = {
  signal?: AbortSignal | undefined;
  /** S3 asked for fewer requests; it has been asked again since, or is about to be. */
  onSlowDown?: (() => void) | undefined;
};

/**
 * Tells of each time that S3 answers a command with "slower" (503, 429, a throttling code): the SDK repeats such requests
 * by itself and says nothing unless all were in vain.
 */
export function tellSlowDowns(command: GetObjectCommand | ListObjectsV2Command, tell: () => void): void {
  // What it does is the same for either; the types of two stacks have no call in common.
  const stack = command.middlewareStack as GetObjectCommand["middlewareStack"];
  stack.add(
    (next) => async (args) => {
      try {
        return await next(args);
      } catch (error) {
        if (isSlowDown(error)) tell();
        throw error;
      }
    },
    // Inside the SDK's repetitions, which come first in this step.
    { step: "finalizeRequest", priority: "low", name: "tellSlowDowns" },
  );
}

function isSlowDown(error: unknown): boolean {
  const { name = "", $metadata } = (error ?? {}) as { name?: string; $metadata?: { httpStatusCode?: number } };
  const status = $metadata?.httpStatusCode;
  return status === 503 || status === 429 || /^(SlowDown|Throttl|RequestThrottl|RequestLimitExceeded)/.test(name);
}
