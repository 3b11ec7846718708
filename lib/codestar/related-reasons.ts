/** `isMarked`: by its shape alone, whatever projects are known. Else the name is only what a project's would be. */
type Reason = { isMarked: boolean; description: string };

/**
 * Why a record of another service belongs to a project, by the names that the CodeStar user guide gives to what a
 * project is made of; the most telling first, which counts where a record has several.
 */
export const RELATED_REASONS = {
  "project-tag": {
    isMarked: true,
    description: "Sets or removes the tag awscodestar:projectArn, which names the project of what bears it.",
  },
  policy: {
    isMarked: true,
    description: "Concerns an IAM policy of the project: CodeStar_<id>_Owner, _Contributor, _Viewer or its boundary.",
  },
  bucket: {
    isMarked: true,
    description: "Concerns a bucket of the project: aws-codestar-<region>-<account>-<id>, with -pipe or -app.",
  },
  stack: { isMarked: true, description: "Concerns a CloudFormation stack of the project: awscodestar-<id>." },
  function: { isMarked: true, description: "Concerns a Lambda function of the project: awscodestar-<id>-lambda-…" },
  "event-rule": { isMarked: true, description: "Concerns an EventBridge rule of the project: awscodestar-<id>-…" },
  "instance-profile": {
    isMarked: true,
    description: "Concerns an instance profile of the project: awscodestar-<id>-WebAppInstanceProfile-…",
  },
  "worker-role": {
    isMarked: true,
    description: "Concerns a role that works for the project: CodeStarWorker-<id>-…, CodeStar-<id>-…",
  },
  "passes-worker-role": {
    isMarked: true,
    description: "Gives a service a role that works for the project: CodeStarWorker-<id>-…, CodeStar-<id>-…",
  },
  "acts-as-worker-role": {
    isMarked: true,
    description: "Was done by a role that works for the project: CodeStarWorker-<id>-…, CodeStar-<id>-…",
  },
  "service-role": {
    isMarked: true,
    description: "Concerns aws-codestar-service-role, the role by which CodeStar acts for any project.",
  },
  "acts-as-service-role": {
    isMarked: true,
    description: "Was done by aws-codestar-service-role, the role by which CodeStar acts for any project.",
  },
  "pipeline-name": { isMarked: false, description: "Concerns a pipeline called as the project's is: <id>-Pipeline." },
  "build-project-name": { isMarked: false, description: "Concerns a CodeBuild project of the project's name." },
  "repository-name": { isMarked: false, description: "Concerns a CodeCommit repository of the project's name." },
  "application-name": { isMarked: false, description: "Concerns a CodeDeploy application of the project's name." },
} as const satisfies Record<string, Reason>;

export type RelatedReason = keyof typeof RELATED_REASONS;

/** The reasons that a name's shape alone gives. */
export const MARKED_REASONS: readonly RelatedReason[] = (Object.keys(RELATED_REASONS) as RelatedReason[]).filter(
  (reason) => RELATED_REASONS[reason].isMarked,
);
