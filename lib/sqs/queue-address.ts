/** What a queue's URL says; `arn` is the URL itself where it isn't one of AWS. */
export type QueueAddress = {
  name: string;
  arn: string;
  /** Null when the host doesn't say. */
  region: string | null;
  /** Whether the SDK finds the host by itself, so that `AWS_ENDPOINT_URL_SQS` may put another in its place. */
  isStandardHost: boolean;
};

const AWS_HOST =
  /(?:^|\.)sqs(?:-fips)?\.(?<region>[a-z]{2,}(?:-[a-z]+)+-\d+)\.(?:vpce\.)?(?:amazonaws\.com(?:\.cn)?|api\.aws)$/;
const STANDARD_HOST = /^sqs\.[a-z0-9-]+\.amazonaws\.com(\.cn)?$/;
/** The form of the first queues: `<region>.queue.amazonaws.com`. */
const OLD_HOST = /^(?<region>[a-z]{2,}(?:-[a-z]+)+-\d+)\.queue\.amazonaws\.com(?:\.cn)?$/;

/** Takes a queue's URL apart: `https://sqs.<region>.amazonaws.com/<account>/<name>`. */
export function queueAddress(url: string): QueueAddress {
  const { hostname, pathname } = new URL(url);
  const [account = "", name = ""] = pathname.split("/").slice(1);
  const region = (AWS_HOST.exec(hostname) ?? OLD_HOST.exec(hostname))?.groups?.["region"] ?? null;
  const partition = region?.startsWith("cn-") ? "aws-cn" : region?.startsWith("us-gov-") ? "aws-us-gov" : "aws";
  return {
    name,
    arn: region === null ? url : `arn:${partition}:sqs:${region}:${account}:${name}`,
    region,
    isStandardHost: STANDARD_HOST.test(hostname),
  };
}
