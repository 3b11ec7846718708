/** Things that requests name by a bare name or by an ARN: what each is called, and the paths of its name. */
export const NAMED_THINGS: Record<string, { noun: string; paths: readonly string[] }> = {
  application: { noun: "application", paths: ["requestParameters.applicationName"] },
  bucket: { noun: "bucket", paths: ["requestParameters.bucketName"] },
  buildProject: { noun: "build project", paths: ["requestParameters.projectName", "requestParameters.name"] },
  changeSet: { noun: "change set", paths: ["requestParameters.changeSetName"] },
  eventRule: { noun: "event rule", paths: ["requestParameters.rule", "requestParameters.name"] },
  function: { noun: "function", paths: ["requestParameters.functionName"] },
  pipeline: {
    noun: "pipeline",
    paths: ["requestParameters.pipeline.name", "requestParameters.name", "requestParameters.pipelineName"],
  },
  policy: { noun: "policy", paths: ["requestParameters.policyArn", "requestParameters.policyName"] },
  repository: {
    noun: "repository",
    // A Git pull or push has no such request; the service adds the name.
    paths: ["requestParameters.repositoryName", "additionalEventData.repositoryName"],
  },
  role: { noun: "role", paths: ["requestParameters.roleArn", "requestParameters.roleName"] },
  stack: { noun: "stack", paths: ["requestParameters.resourceName", "requestParameters.stackName"] },
  user: { noun: "user", paths: ["requestParameters.userName"] },
};
