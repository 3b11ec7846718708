import { z } from "zod";

// A field of the wrong type is as good as absent; it must not cost the record.
const text = z.string().optional().catch(undefined);
const flag = z
  .union([z.boolean(), z.literal("true").transform(() => true), z.literal("false").transform(() => false)])
  .optional()
  .catch(undefined);

const sessionIssuer = z.looseObject({ type: text, principalId: text, arn: text, accountId: text, userName: text });
const sessionContext = z.looseObject({
  attributes: z
    .looseObject({ mfaAuthenticated: flag, creationDate: text, sourceIdentity: text })
    .optional()
    .catch(undefined),
  sessionIssuer: sessionIssuer.optional().catch(undefined),
  sourceIdentity: text,
});
const userIdentity = z.looseObject({
  type: text,
  userName: text,
  principalId: text,
  arn: text,
  accountId: text,
  accessKeyId: text,
  invokedBy: text,
  identityProvider: text,
  credentialId: text,
  onBehalfOf: z.looseObject({ userId: text, identityStoreArn: text }).optional().catch(undefined),
  sessionContext: sessionContext.optional().catch(undefined),
});

/**
 * One object of a log file's `Records`, in AWS's spelling. Every field may be missing, and whatever is not of its type
 * reads as missing; unknown fields are kept. See the CloudTrail user guide, "CloudTrail record contents".
 */
export const eventRecordSchema = z.looseObject({
  eventVersion: text,
  userIdentity: userIdentity.optional().catch(undefined),
  eventTime: text,
  eventSource: text,
  eventName: text,
  awsRegion: text,
  sourceIPAddress: text,
  userAgent: text,
  errorCode: z
    .union([z.string(), z.number().transform(String)])
    .optional()
    .catch(undefined),
  errorMessage: text,
  requestParameters: z.unknown().optional(),
  responseElements: z.unknown().optional(),
  additionalEventData: z.unknown().optional(),
  requestID: text,
  eventID: text,
  eventType: text,
  readOnly: flag,
  resources: z
    .array(z.looseObject({ ARN: text, accountId: text, type: text }).catch({}))
    .optional()
    .catch(undefined),
  recipientAccountId: text,
});

export type EventRecord = z.infer<typeof eventRecordSchema>;

/** The record, or null when the value is no JSON object. Never throws. */
export function parseEventRecord(value: unknown): EventRecord | null {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
  const parsed = eventRecordSchema.safeParse(value);
  return parsed.success ? parsed.data : null;
}
