import type { ActionEntry } from "./action.ts";

const ID = ["requestParameters.id"];
const PROJECT_ID = ["requestParameters.projectId"];
const EITHER_ID = ["requestParameters.id", "requestParameters.projectId"];
const USER = ["requestParameters.userArn", "responseElements.userArn"];

/**
 * codestar.amazonaws.com, switched off on 2024-07-31. The 18 actions of the API and six that only its console or its
 * roles used; of these no record is public, so their paths are what the others' suggest.
 */
export const CODESTAR_ACTIONS: Record<string, ActionEntry> = {
  AssociateTeamMember: {
    access: "write",
    effect: "team",
    sensitivity: "high",
    project: PROJECT_ID,
    subject: ["requestParameters.userArn"],
    sentence: "made|make {subject|a user} {projectRole|a member} of {projectId|a project}[, with {remoteAccess}]",
  },
  CreateProject: {
    access: "write",
    effect: "project",
    sensitivity: "high",
    project: [...ID, "responseElements.id", "responseElements.arn"],
    resource: ["responseElements.arn"],
    sentence: 'created|create {project|a project}[ "{title}"]',
  },
  CreateProjectFromTemplate: {
    access: "write",
    effect: "project",
    sensitivity: "high",
    project: EITHER_ID,
    sentence: "created|create {project|a project} from a template",
  },
  CreateUserProfile: {
    access: "write",
    effect: "profile",
    sensitivity: "high",
    subject: USER,
    sentence: "created|create {profile|a user profile}",
  },
  DeleteExtendedAccess: {
    access: "write",
    effect: "project",
    sensitivity: "high",
    project: EITHER_ID,
    sentence: "used|use extended delete access on {project|a project}",
  },
  DeleteProject: {
    access: "write",
    effect: "project",
    sensitivity: "high",
    project: [...ID, "responseElements.projectArn"],
    resource: ["responseElements.projectArn"],
    sentence: "deleted|delete {project|a project}[{deleteStack}]",
  },
  DeleteUserProfile: {
    access: "write",
    effect: "profile",
    sensitivity: "high",
    subject: USER,
    sentence: "deleted|delete {profile|a user profile}",
  },
  DescribeProject: {
    access: "read",
    project: [...ID, "responseElements.id", "responseElements.arn"],
    resource: ["responseElements.arn"],
    sentence: "viewed|view {project|a project}",
  },
  DescribeUserProfile: { access: "read", subject: USER, sentence: "viewed|view {profile|a user profile}" },
  DisassociateTeamMember: {
    access: "write",
    effect: "team",
    sensitivity: "high",
    project: PROJECT_ID,
    subject: ["requestParameters.userArn"],
    sentence: "removed|remove {subject|a user} from {projectId|a project}",
  },
  GetExtendedAccess: {
    access: "read",
    project: EITHER_ID,
    sentence: "used|use extended read access on {project|a project}",
  },
  ListProjects: { access: "read", sentence: "listed|list the projects" },
  ListResources: {
    access: "read",
    project: PROJECT_ID,
    sentence: "listed|list the resources of {project|a project}",
  },
  ListTagsForProject: { access: "read", project: ID, sentence: "listed|list the tags of {project|a project}" },
  ListTeamMembers: { access: "read", project: PROJECT_ID, sentence: "listed|list the team of {project|a project}" },
  ListUserProfiles: { access: "read", sentence: "listed|list the user profiles" },
  PutExtendedAccess: {
    access: "write",
    effect: "project",
    sensitivity: "medium",
    project: EITHER_ID,
    sentence: "used|use extended write access on {project|a project}",
  },
  SyncResources: {
    access: "write",
    effect: "project",
    sensitivity: "medium",
    project: EITHER_ID,
    sentence: "brought|bring the resource list of {project|a project} up to date",
  },
  TagProject: {
    access: "write",
    effect: "tag",
    sensitivity: "medium",
    project: ID,
    sentence: "put|put {tags|tags} on {project|a project}",
  },
  UntagProject: {
    access: "write",
    effect: "tag",
    sensitivity: "medium",
    project: ID,
    sentence: "removed|remove {tags|tags} from {project|a project}",
  },
  UpdateProject: {
    access: "write",
    effect: "project",
    sensitivity: "medium",
    project: ID,
    sentence: [
      'changed|change the description{?description} of {project|a project} and its name to "{name}"',
      'changed|change the name of {project|a project} to "{name}"',
      "changed|change the description{?description} of {project|a project}",
      "changed|change {project|a project}",
    ],
  },
  UpdateTeamMember: {
    access: "write",
    effect: "team",
    sensitivity: "high",
    project: PROJECT_ID,
    subject: USER,
    sentence: [
      "changed|change the role of {subject|a user} in {projectId|a project} to {projectRole}[, with {remoteAccess}][, {noRemoteAccess}]",
      "gave|give {subject|a user} {remoteAccess} to {projectId|a project}",
      "switched|switch off remote access to {projectId|a project} for {subject|a user}{?noRemoteAccess}",
      "changed|change the membership of {subject|a user} in {projectId|a project}",
    ],
  },
  UpdateUserProfile: {
    access: "write",
    effect: "profile",
    sensitivity: "high",
    subject: USER,
    sentence: "changed|change {profile|a user profile}",
  },
  VerifyServiceRole: { access: "read", sentence: "checked|check the CodeStar service role" },
};
