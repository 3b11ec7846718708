/** An event for tests; what is left out has a harmless value. */
export type TestEvent = {
  eventId?: string;
  eventTime?: string;
  source?: string;
  action?: string;
  access?: "read" | "write";
  errorCode?: string | null;
  errorMessage?: string | null;
  principal?: { key: string; type?: string; name?: string; arn?: string | null };
  /** The event's own, where it differs from the principal's. */
  principalName?: string;
  principalArn?: string | null;
  issuerArn?: string | null;
  sessionName?: string | null;
  /** account/region/id */
  project?: string | null;
  subjectArn?: string | null;
  resourceArn?: string | null;
  /** Left out: of the ARN's resource. */
  resourceKeys?: string[];
  accountId?: string | null;
  region?: string | null;
  sourceIp?: string | null;
  userAgent?: string | null;
  accessKeyId?: string | null;
  mfa?: boolean | null;
  memberRole?: string | null;
  remoteAccess?: boolean | null;
  deleteStack?: boolean | null;
  projectPolicy?: string | null;
  policyHolder?: string | null;
  sourceNetwork?: string | null;
  client?: "console" | "cli" | "sdk" | "service" | null;
  sourceIdentity?: string | null;
  /** The access key that an answer of STS hands out. */
  issuedKeyId?: string | null;
  invokedBy?: string | null;
  isRelated?: boolean;
  summary?: string;
  /** The record as delivered. */
  record?: string;
  logFile?: string;
};
