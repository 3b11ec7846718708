const BY_REGION: [start: string, partition: string][] = [
  ["cn-", "aws-cn"],
  ["us-gov-", "aws-us-gov"],
  ["us-isob-", "aws-iso-b"],
  ["us-isof-", "aws-iso-f"],
  ["eu-isoe-", "aws-iso-e"],
  ["us-iso-", "aws-iso"],
  ["eusc-", "aws-eusc"],
];
/** A partition's region for requests that belong to none. */
const HOME_REGIONS: Record<string, string> = {
  "aws-cn": "cn-north-1",
  "aws-us-gov": "us-gov-west-1",
  "aws-iso": "us-iso-east-1",
  "aws-iso-b": "us-isob-east-1",
  "aws-iso-f": "us-isof-south-1",
  "aws-iso-e": "eu-isoe-west-1",
  "aws-eusc": "eusc-de-east-1",
};

/** The part of AWS that a region lies in, as ARNs begin with it (`aws`, `aws-cn`, `aws-us-gov` …). */
export function partitionOf(region: string): string {
  return BY_REGION.find(([start]) => region.startsWith(start))?.[1] ?? "aws";
}

/** The partition that an ARN names. */
export function partitionOfArn(arn: string): string {
  return arn.split(":")[1] ?? "aws";
}

/** A region where a partition's STS answers. */
export function homeRegion(partition: string): string {
  return HOME_REGIONS[partition] ?? "us-east-1";
}
