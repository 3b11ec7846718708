import type { EventRecord } from "./event-record.ts";

/** What a caller used: the web console, a command line, a library of a program, or an AWS service acting by itself. */
export type Client = "console" | "cli" | "sdk" | "service";

const SERVICE = /(?:^|\.)amazonaws\.com(?:\.cn)?$|^AWS Internal/i;
const CONSOLE =
  /^(?:console|signin)\.(?:[a-z0-9-]+\.)?(?:amazonaws\.com|amazon\.com)|^S3Console\b|\[S3Console\/|^aws-internal\/3 .*\bconsole\b/i;
const CLI = /^(?:\[?)(?:aws-cli|AWSPowerShell|aws-cloudshell)\b|\baws-cli\/|exec-env\/CloudShell/i;
const SDK =
  /^(?:\[?)(?:aws-sdk|Boto|Botocore|APN\/|Terraform|HashiCorp|aws-cdk|cdk\b|Java\b|okhttp|python-requests|git-remote-codecommit|git\/)/i;

/**
 * The kind of client of a record, null where nothing tells. Credentials of a console session and console events come
 * before the user agent, which any caller writes as it likes. (User guide, "sessionCredentialFromConsole"; agents as in
 * captured records.)
 */
export function clientOf(record: EventRecord): Client | null {
  const agent = record.userAgent ?? "";
  if (record.sessionCredentialFromConsole === "true" || record.sessionCredentialFromConsole === true) return "console";
  if (record.eventType === "AwsConsoleAction" || record.eventType === "AwsConsoleSignIn") return "console";
  if (CONSOLE.test(agent)) return "console";
  if (record.eventType === "AwsServiceEvent" || SERVICE.test(agent) || SERVICE.test(record.sourceIPAddress ?? "")) {
    return "service";
  }
  if (CLI.test(agent)) return "cli";
  return SDK.test(agent) ? "sdk" : null;
}
