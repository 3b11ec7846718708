import type { S3ClientConfig } from "@aws-sdk/client-s3";
import { fromTemporaryCredentials } from "@aws-sdk/credential-providers";
import { homeRegion, partitionOf, partitionOfArn } from "./partition.ts";
import type { S3Access } from "./s3-place.ts";

/** A role that STS didn't give; the cause is the SDK's error. */
export class AssumeRoleError extends Error {
  override name = "AssumeRoleError";
  readonly role: string;
  readonly hasExternalId: boolean;
  constructor(role: string, externalId: string | undefined, cause: unknown) {
    const said = cause instanceof Error ? cause.message : String(cause);
    super(externalId === undefined ? said : said.replaceAll(externalId, "…"), { cause });
    this.role = role;
    this.hasExternalId = externalId !== undefined;
  }
}

type Provider = Extract<S3ClientConfig["credentials"], (...arguments_: never[]) => unknown>;

/**
 * Credentials of a role, assumed with others and renewed before they expire. STS is asked in the client's region, or in
 * one of the role's partition; `AWS_ENDPOINT_URL_STS` says where, if it isn't AWS.
 * @throws AssumeRoleError when they are asked for and STS doesn't give them
 */
export function assumedRole(
  { role, externalId, region }: S3Access & { role: string; region: string },
  by: { credentials: Provider; requestHandler: S3ClientConfig["requestHandler"]; maxAttempts: number },
): Provider {
  const partition = partitionOfArn(role);
  const assume = fromTemporaryCredentials({
    params: { RoleArn: role, RoleSessionName: "astrolabe", ExternalId: externalId },
    masterCredentials: by.credentials,
    clientConfig: {
      region: partitionOf(region) === partition ? region : homeRegion(partition),
      requestHandler: by.requestHandler,
      maxAttempts: by.maxAttempts,
    },
  });
  return async (properties) => {
    try {
      return await assume(properties);
    } catch (error) {
      throw new AssumeRoleError(role, externalId, error);
    }
  };
}
