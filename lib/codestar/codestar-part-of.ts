/** What a role does for CodeStar by its name: act for whoever clicked, or work in one project. */
export type CodestarPart =
  | { kind: "service-role" }
  /** `mark` begins with the project's id; where that ends only the known projects tell. */
  | { kind: "worker"; accountId: string; mark: string };

const ROLE = /^arn:[^:]+:iam::(?<account>\d*):role\/(?:.*\/)?(?<name>[^/]+)$/s;
const SERVICE_ROLE = /:role\/(?:service-role\/)?aws-codestar-service-role$/;
const WORKER = /^CodeStarWorker-(?<mark>.+)$/s;

/**
 * The part that a role plays for CodeStar; null for any other. (User guide, "Service role policy" and "IAM resources of
 * a project"; cloudtrail-facts, section d.) By the name alone: anybody may call a role of their own so.
 */
export function codestarPartOf(roleArn: string | null): CodestarPart | null {
  if (roleArn === null) return null;
  if (SERVICE_ROLE.test(roleArn)) return { kind: "service-role" };
  const role = ROLE.exec(roleArn)?.groups;
  const mark = WORKER.exec(role?.name ?? "")?.groups?.mark;
  return role && mark ? { kind: "worker", accountId: role.account ?? "", mark } : null;
}
