import { ReceiveMessageCommand } from "@aws-sdk/client-sqs";
import { sqsClient } from "./client.ts";
import { sqsError } from "./sqs-error.ts";

/** A message as it was received. `receiveCount` says how often it was, this time included. */
export type Message = { id: string; receipt: string; body: string; receiveCount: number };

/** SQS gives no more at once. */
const AT_ONCE = 10;

/**
 * Up to ten messages, as soon as there are some or after `waitSeconds`. Others don't get them for `invisibleSeconds`.
 * @throws SqsError with a sentence that says what is missing.
 */
export async function receiveMessages(
  queueUrl: string,
  options: { waitSeconds: number; invisibleSeconds: number; signal?: AbortSignal },
): Promise<Message[]> {
  const command = new ReceiveMessageCommand({
    QueueUrl: queueUrl,
    MaxNumberOfMessages: AT_ONCE,
    WaitTimeSeconds: options.waitSeconds,
    VisibilityTimeout: options.invisibleSeconds,
    MessageSystemAttributeNames: ["ApproximateReceiveCount"],
  });
  try {
    const client = await sqsClient(queueUrl);
    const { Messages = [] } = await client.send(command, { abortSignal: options.signal });
    return Messages.map((message) => ({
      id: message.MessageId ?? "",
      receipt: message.ReceiptHandle ?? "",
      body: message.Body ?? "",
      receiveCount: Number(message.Attributes?.ApproximateReceiveCount) || 1,
    }));
  } catch (error) {
    throw sqsError(error, "ReceiveMessage", queueUrl);
  }
}
