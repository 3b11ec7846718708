export type ProjectArn = { arn: string; region: string; accountId: string; projectId: string };

// One page of the user guide prints project ARNs without an account.
const PROJECT_ARN = /^arn:[^:]+:codestar:([^:]*):(?:([^:]*):)?project\/(.+)$/s;

/** The parts of a CodeStar project's ARN, or null; a `project-template/` is no project. */
export function parseProjectArn(text: string): ProjectArn | null {
  const match = PROJECT_ARN.exec(text);
  if (!match) return null;
  const [arn, region = "", accountId = "", projectId = ""] = match;
  return { arn, region, accountId, projectId };
}
