import { cleanText } from "#lib/cloudtrail/clean-text.ts";
import type { EventRecord } from "#lib/cloudtrail/event-record.ts";
import { readText } from "#lib/cloudtrail/read-path.ts";

/** A policy of a project's team that a call of IAM is about. */
export type ProjectPolicy = {
  /** such as `CodeStar_shop_Owner` */
  name: string;
  /** the user, role or group that it is attached to or detached from, by name; null for the policy itself */
  holder: string | null;
};

const POLICY = /(?:^|\/)(CodeStar_.+_[A-Za-z]+)$/s;
const NAME_LENGTH = 128;
const HOLDERS = ["requestParameters.userName", "requestParameters.roleName", "requestParameters.groupName"];

/**
 * The `CodeStar_<id>_<role>` policy that a record of iam.amazonaws.com attaches, detaches, makes, changes or deletes, or
 * null. CodeStar makes three for a project and attaches them to its members (CodeStar user guide, "IAM resources").
 */
export function projectPolicyOf(record: EventRecord): ProjectPolicy | null {
  if (record.eventSource !== "iam.amazonaws.com") return null;
  const named = readText(record, ["requestParameters.policyArn", "requestParameters.policyName"]);
  const name = named && POLICY.exec(named)?.[1];
  if (!name) return null;
  const holder = readText(record, HOLDERS);
  return { name: cleanText(name, NAME_LENGTH), holder: holder && cleanText(holder, NAME_LENGTH) };
}
