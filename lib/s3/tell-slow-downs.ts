import type { GetObjectCommand } from "@aws-sdk/client-s3";

/**
 * Tells of each time that S3 answers a command with "slower" (503, 429, a throttling code): the SDK repeats such requests
 * by itself and says nothing unless all were in vain.
 */
export function tellSlowDowns(command: GetObjectCommand, tell: () => void): void {
  command.middlewareStack.add(
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
