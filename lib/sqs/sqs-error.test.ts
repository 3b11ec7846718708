import { SQSServiceException } from "@aws-sdk/client-sqs";
import { describe, expect, it } from "vitest";
import { sqsError } from "./sqs-error.ts";

const URL = "https://sqs.eu-west-1.amazonaws.com/111122223333/trail";
const ARN = "arn:aws:sqs:eu-west-1:111122223333:trail";
const answer = (status: number, name: string, message = "said") =>
  new SQSServiceException({ name, message, $fault: "client", $metadata: { httpStatusCode: status } });
const named = (name: string) => Object.assign(new Error("said"), { name });

describe("sqsError", () => {
  it.each([
    [
      answer(403, "AccessDenied"),
      "ReceiveMessage",
      "denied",
      `The queue trail may not be read: grant sqs:ReceiveMessage on ${ARN} (`,
    ],
    [answer(400, "AccessDeniedException"), "DeleteMessage", "denied", `grant sqs:DeleteMessage on ${ARN} (`],
    [answer(403, "AccessDenied"), "ChangeMessageVisibility", "denied", `grant sqs:ChangeMessageVisibility on ${ARN} (`],
    [answer(400, "KmsAccessDenied"), "ReceiveMessage", "denied", "grant kms:Decrypt on its key"],
    [
      answer(400, "QueueDoesNotExist"),
      "ReceiveMessage",
      "missing",
      `The queue trail doesn't exist; check QUEUE_URL (${ARN}).`,
    ],
    [answer(403, "InvalidClientTokenId"), "ReceiveMessage", "credentials", "SQS doesn't accept the AWS credentials"],
    [answer(403, "ExpiredToken"), "ReceiveMessage", "credentials", "have expired; renew them"],
    [named("CredentialsProviderError"), "ReceiveMessage", "credentials", "No AWS credentials were found"],
    [named("AbortError"), "ReceiveMessage", "aborted", "stopped"],
    [
      answer(503, "ServiceUnavailable"),
      "ReceiveMessage",
      "unreachable",
      "SQS answered 503 ServiceUnavailable for the queue trail: said",
    ],
    [
      Object.assign(new Error("connect ECONNREFUSED"), { address: "127.0.0.1", port: 1 }),
      "DeleteMessage",
      "unreachable",
      "SQS doesn't answer for the queue trail at 127.0.0.1:1: connect",
    ],
  ] as const)("%s while %s", (error, action, kind, sentence) => {
    const explained = sqsError(error, action, URL);
    expect(explained.kind).toBe(kind);
    expect(explained.message).toContain(sentence);
  });
});
