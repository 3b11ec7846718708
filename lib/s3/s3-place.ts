/** By whom and where a bucket is asked; without any of it by the SDK's default chain, in its region. */
export type S3Access = {
  /** ARN of a role that the default chain's credentials assume. */
  role?: string | undefined;
  /** What the role's trust policy asks for; not to be shown. */
  externalId?: string | undefined;
  /** Where the bucket is, if that is known. */
  region?: string | undefined;
};

/** A bucket and how it is asked. */
export type S3Place = S3Access & {
  bucket: string;
  /** The one who asks pays for the answers, and says so with each request. */
  isRequesterPays?: boolean | undefined;
};
