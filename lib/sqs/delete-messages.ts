import { DeleteMessageBatchCommand } from "@aws-sdk/client-sqs";
import { sqsClient } from "./client.ts";
import { inBatches } from "./in-batches.ts";
import type { Message } from "./receive-messages.ts";
import { SqsError, sqsError } from "./sqs-error.ts";

/**
 * Deletes messages that are done with.
 * @throws SqsError when some could not be; they come again.
 */
export async function deleteMessages(
  queueUrl: string,
  messages: readonly Message[],
  signal?: AbortSignal,
): Promise<void> {
  try {
    const client = await sqsClient(queueUrl);
    const failed = await inBatches(messages, (Entries) =>
      client.send(new DeleteMessageBatchCommand({ QueueUrl: queueUrl, Entries }), { abortSignal: signal }),
    );
    if (failed.length === 0) return;
    const count = `${failed.length} of ${messages.length} messages`;
    throw new SqsError("unreachable", `SQS didn't delete ${count} (${failed[0]}); they come again.`);
  } catch (error) {
    throw sqsError(error, "DeleteMessage", queueUrl);
  }
}
