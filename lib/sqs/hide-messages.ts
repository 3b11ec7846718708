import { ChangeMessageVisibilityBatchCommand } from "@aws-sdk/client-sqs";
import { sqsClient } from "./client.ts";
import { inBatches } from "./in-batches.ts";
import type { Message } from "./receive-messages.ts";
import { sqsError } from "./sqs-error.ts";

/**
 * Lets messages come back after so many seconds from now, at once with 0. What the queue can't do for single ones (they
 * are back already, or at the end of the twelve hours that SQS allows) is let pass: to get one twice is harmless.
 * @throws SqsError when it may not be done, or the queue doesn't answer
 */
export async function hideMessages(
  queueUrl: string,
  messages: readonly Message[],
  seconds: number,
  signal?: AbortSignal,
): Promise<void> {
  try {
    const client = await sqsClient(queueUrl);
    await inBatches(messages, (entries) => {
      const Entries = entries.map((entry) => ({ ...entry, VisibilityTimeout: seconds }));
      return client.send(new ChangeMessageVisibilityBatchCommand({ QueueUrl: queueUrl, Entries }), {
        abortSignal: signal,
      });
    });
  } catch (error) {
    throw sqsError(error, "ChangeMessageVisibility", queueUrl);
  }
}
