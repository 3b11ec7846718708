/** How a person (or that there is none) was found behind a call. */
export type PersonRule =
  /** An IAM user's own credentials. */
  | "iam-user"
  /** The account's root: whoever has its password. */
  | "root"
  /** An Identity Center user calling by themselves. */
  | "identity-center-user"
  /** The name by which an identity provider (SAML, OpenID Connect) signed somebody in. */
  | "identity-provider"
  /** `sourceIdentity`: set by whoever assumed the role first; later roles can't change it. */
  | "source-identity"
  /** Identity Center names the session of an `AWSReservedSSO_…` role after the person. */
  | "identity-center"
  /** The IAM user that had the federated session made. */
  | "issuer"
  /** The STS call that handed out the access key, or the first of a chain of them. */
  | "issued-key"
  /** A session name that looks like a person's; whoever assumes a role chooses it freely. */
  | "session-name"
  /** CodeStar's service role: whoever clicked isn't in the record. */
  | "codestar"
  /** A service acting by itself. */
  | "service"
  /** A service that called on behalf of the session, of which nothing else tells. */
  | "invoked-by"
  /** An EC2 instance's own role. */
  | "instance"
  /** Another account's principal, of which only that account's trail tells. */
  | "other-account"
  | "none";

/** `unknown`: nothing tells of a person. */
export type Certainty = "certain" | "likely" | "unknown";

/** What an event says of who called. */
export type Caller = {
  type: string;
  /** Our number, as in `/principals/{id}`. */
  principalRef: number;
  /** What the principal is called. */
  principalName: string;
  arn: string | null;
  issuerArn: string | null;
  sessionName: string | null;
  sourceIdentity: string | null;
  invokedBy: string | null;
  accessKeyId: string | null;
};

/** An STS call that handed out the access key of the session before it. */
export type Handover = {
  eventId: string;
  eventTime: string;
  eventName: string;
  caller: Caller;
};

/** Who was behind a call or a session, by which rule, and how sure that is. */
export type PersonBehind = {
  /** Null: nobody, or nobody that the records name. */
  person: string | null;
  rule: PersonRule;
  certainty: Certainty;
  /** The service that acted, for the rules about services. */
  service: string | null;
  /** The STS calls behind it, the one that made this session first. */
  handovers: Handover[];
};
