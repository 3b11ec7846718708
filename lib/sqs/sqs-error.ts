import { SQSServiceException } from "@aws-sdk/client-sqs";
import { queueAddress } from "./queue-address.ts";

/** `aborted` by us, `denied` and `missing` won't pass by themselves, nor will `credentials`; `unreachable` may. */
export type SqsErrorKind = "aborted" | "denied" | "missing" | "credentials" | "unreachable";

export type SqsAction = "ReceiveMessage" | "DeleteMessage" | "ChangeMessageVisibility";

/** Why a queue could not be worked with; the message is a sentence that says what to look at. */
export class SqsError extends Error {
  override name = "SqsError";
  readonly kind: SqsErrorKind;
  constructor(kind: SqsErrorKind, message: string, cause?: unknown) {
    super(message, { cause });
    this.kind = kind;
  }
}

const INTENT: Record<SqsAction, string> = {
  ReceiveMessage: "be read",
  DeleteMessage: "have messages deleted",
  ChangeMessageVisibility: "have messages held",
};
const BAD_CREDENTIALS =
  /^(InvalidClientTokenId|UnrecognizedClient(Exception)?|InvalidAccessKeyId|SignatureDoesNotMatch|InvalidSignature(Exception)?|InvalidSecurity|IncompleteSignature(Exception)?|MissingAuthenticationToken(Exception)?)$/;

/** An error of the SDK as one sentence that says which permission, queue or address to look at. */
export function sqsError(error: unknown, action: SqsAction, queueUrl: string): SqsError {
  if (error instanceof SqsError) return error;
  const { name: queue, arn } = queueAddress(queueUrl);
  const name = error instanceof Error ? error.name : "Error";
  const said = error instanceof Error ? error.message : String(error);
  const status = error instanceof SQSServiceException ? error.$metadata.httpStatusCode : undefined;
  const fail = (kind: SqsErrorKind, sentence: string) => new SqsError(kind, sentence, error);

  if (name === "AbortError") return fail("aborted", "The sync was stopped.");
  if (/QueueDoesNotExist|NonExistentQueue|QueueDeletedRecently/.test(name))
    return fail("missing", `The queue ${queue} doesn't exist; check QUEUE_URL (${arn}).`);
  if (/^(CredentialsProviderError|TokenProviderError)$/.test(name)) {
    const set = "set AWS_PROFILE or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY";
    return fail("credentials", `No AWS credentials were found for the queue ${queue}: ${set} (${said}).`);
  }
  if (/ExpiredToken|TokenRefreshRequired/.test(name))
    return fail("credentials", `The AWS credentials have expired; renew them (${said}).`);
  if (BAD_CREDENTIALS.test(name))
    return fail("credentials", `SQS doesn't accept the AWS credentials: ${name} (${said}).`);
  if (/^(Kms|KMS\.)/.test(name))
    return fail("denied", `The queue ${queue} is encrypted: grant kms:Decrypt on its key (${name}: ${said}).`);
  if (status === 403 || /^AccessDenied(Exception)?$/.test(name)) {
    const grant = `grant sqs:${action} on ${arn}`;
    return fail("denied", `The queue ${queue} may not ${INTENT[action]}: ${grant} (${name}: ${said}).`);
  }
  if (status !== undefined)
    return fail("unreachable", `SQS answered ${status} ${name} for the queue ${queue}: ${said}`);
  return fail("unreachable", `SQS doesn't answer for the queue ${queue}${endpointOf(error)}: ${said || name}`);
}

function endpointOf(error: unknown): string {
  const { address, port, hostname } = (error ?? {}) as { address?: string; port?: number; hostname?: string };
  if (address !== undefined) return ` at ${address}${port === undefined ? "" : `:${port}`}`;
  return hostname === undefined ? "" : ` at ${hostname}`;
}
