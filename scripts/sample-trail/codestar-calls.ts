import { arnOf } from "./actors.ts";
import type { Json, Request } from "./call.ts";
import type { Place } from "./organisation.ts";

export type ProjectRole = "Owner" | "Contributor" | "Viewer";

export type Project = {
  id: string;
  name: string;
  description: string;
  place: Place;
  /** Template from which the console or the command line made it. */
  template: string;
};

const HIDDEN = "HIDDEN_DUE_TO_SECURITY_REASONS";

const write = (name: string, request: Json, response: Json | null = null): Request => ({
  source: "codestar",
  name,
  readOnly: false,
  request,
  response,
});

/** CodeStar's reading actions never logged a response. */
const read = (name: string, request: Json | null): Request => ({
  source: "codestar",
  name,
  readOnly: true,
  request,
  response: null,
});

export const projectArn = (project: Project): string => arnOf(project.place, "codestar", `project/${project.id}`);

export const stackArn = (project: Project, stackId: string): string =>
  arnOf(project.place, "cloudformation", `stack/awscodestar-${project.id}/${stackId}`);

export const associateTeamMember = (
  projectId: string,
  userArn: string,
  projectRole: ProjectRole,
  remoteAccessAllowed: boolean,
  clientRequestToken: string,
): Request =>
  write(
    "AssociateTeamMember",
    { projectId, clientRequestToken, userArn, projectRole, remoteAccessAllowed },
    { clientRequestToken },
  );

export const updateTeamMember = (
  projectId: string,
  userArn: string,
  projectRole: ProjectRole,
  remoteAccessAllowed: boolean,
): Request => {
  const member = { userArn, projectRole, remoteAccessAllowed };
  return write("UpdateTeamMember", { projectId, ...member }, member);
};

export const disassociateTeamMember = (projectId: string, userArn: string): Request =>
  write("DisassociateTeamMember", { projectId, userArn });

/** As the console had it made: CodeStar's service role calls, with two members that the public API lacks. */
export function createProjectByConsole(project: Project, stackId: string): Request {
  const stack = stackArn(project, stackId);
  const projectTemplateId = `arn:aws:codestar:${project.place.region}::project-template/${project.template}`;
  return write(
    "CreateProject",
    {
      clientRequestToken: stack,
      id: project.id,
      stackId: stack,
      description: project.description,
      name: project.name,
      projectTemplateId,
    },
    { projectTemplateId, arn: projectArn(project), clientRequestToken: stack, id: project.id },
  );
}

/** As a person makes it with the command line, from a toolchain template in S3. */
export function createProjectByCommand(project: Project, token: string, account: string): Request {
  const bucketName = `halden-toolchains-${project.place.region}`;
  return write(
    "CreateProject",
    {
      name: project.name,
      id: project.id,
      description: project.description,
      clientRequestToken: token,
      sourceCode: [
        {
          source: { s3: { bucketName, bucketKey: `${project.template}/source.zip` } },
          destination: { codeCommit: { name: project.id } },
        },
      ],
      toolchain: {
        source: { s3: { bucketName, bucketKey: `${project.template}/toolchain.yml` } },
        roleArn: `arn:aws:iam::${account}:role/service-role/aws-codestar-service-role`,
        stackParameters: { ProjectId: HIDDEN },
      },
    },
    { id: project.id, arn: projectArn(project), clientRequestToken: token },
  );
}

export const deleteProject = (project: Project, deleteStack: boolean, token: string, stackId: string): Request =>
  write(
    "DeleteProject",
    { id: project.id, clientRequestToken: token, deleteStack },
    { stackId: stackArn(project, stackId), projectArn: projectArn(project) },
  );

export const updateProject = (id: string, change: { name?: string; description?: string }): Request =>
  write("UpdateProject", { id, ...change });

export const tagProject = (id: string, tags: Record<string, string>): Request =>
  write("TagProject", { id, tags }, { tags });

export const untagProject = (id: string, keys: readonly string[]): Request =>
  write("UntagProject", { id, tags: [...keys] });

export const userProfile = (
  name: "CreateUserProfile" | "UpdateUserProfile",
  userArn: string,
  displayName: string,
  withKey: boolean,
): Request => {
  const profile = { userArn, displayName, emailAddress: HIDDEN, ...(withKey && { sshPublicKey: "***" }) };
  return write(name, profile, profile);
};

export const deleteUserProfile = (userArn: string): Request => write("DeleteUserProfile", { userArn }, { userArn });

export const describeUserProfile = (userArn: string): Request => read("DescribeUserProfile", { userArn });
export const listProjects = (): Request => read("ListProjects", null);
export const listUserProfiles = (): Request => read("ListUserProfiles", { maxResults: 100 });
export const verifyServiceRole = (): Request => read("VerifyServiceRole", null);
export const describeProject = (id: string): Request => read("DescribeProject", { id });
export const listResources = (projectId: string): Request => read("ListResources", { projectId, maxResults: 100 });
export const listTeamMembers = (projectId: string): Request => read("ListTeamMembers", { projectId, maxResults: 100 });
export const listTagsForProject = (id: string): Request => read("ListTagsForProject", { id });
export const getExtendedAccess = (projectId: string): Request => read("GetExtendedAccess", { projectId });
export const putExtendedAccess = (projectId: string, userArn: string): Request =>
  write("PutExtendedAccess", { projectId, userArn });

/** A service event: nobody called, CodeStar itself brought a project's list of resources up to date. */
export const syncResources = (project: Project): Request => ({
  ...write("SyncResources", {}),
  request: null,
  extra: {
    eventType: "AwsServiceEvent",
    resources: [{ ARN: projectArn(project), type: "AWS::CodeStar::Project" }],
    serviceEventDetails: { projectId: project.id, state: "SUCCEEDED" },
  },
});
