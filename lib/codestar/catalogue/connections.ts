import type { ActionEntry } from "./action.ts";

const CONNECTION = ["requestParameters.connectionArn"];
const HOST = ["requestParameters.hostArn"];
const EITHER = [...CONNECTION, ...HOST];
const TAGGED = ["requestParameters.resourceArn"];
const LINK = [
  "requestParameters.repositoryLinkArn",
  "responseElements.repositoryLinkInfo.repositoryLinkArn",
  "requestParameters.connectionArn",
  "responseElements.repositoryLinkInfo.connectionArn",
];

/**
 * codestar-connections.amazonaws.com and, since March 2024, codeconnections.amazonaws.com: 27 actions of the API and 11
 * that only consoles call. A list or a sync configuration is no resource with an ARN.
 */
export const CONNECTIONS_ACTIONS: Record<string, ActionEntry> = {
  CreateConnection: {
    access: "write",
    effect: "connection",
    sensitivity: "medium",
    resource: ["responseElements.connectionArn", ...HOST],
    sentence: [
      "created|create connection {connectionName}[ to {provider}][ through {host}]",
      "created|create a connection[ to {provider}][ through {host}]",
    ],
  },
  CreateHost: {
    access: "write",
    effect: "connection",
    sensitivity: "medium",
    resource: ["responseElements.hostArn"],
    sentence: [
      "created|create host {name}[ for {provider}][ at {providerEndpoint}]",
      "created|create a host[ for {provider}][ at {providerEndpoint}]",
    ],
  },
  CreateRepositoryLink: {
    access: "write",
    effect: "connection",
    sensitivity: "medium",
    resource: LINK,
    sentence: [
      "linked|link repository {ownerId}/{repositoryName}[ through {connection}]",
      "linked|link repository {repositoryName}[ through {connection}]",
      "linked|link a repository[ through {connection}]",
    ],
  },
  CreateSyncConfiguration: {
    access: "write",
    effect: "connection",
    sensitivity: "high",
    sentence: "set|set up Git sync of {stack|a stack}[ from branch {branch}][ ({configFile})]",
  },
  DeleteConnection: {
    access: "write",
    effect: "connection",
    sensitivity: "high",
    resource: CONNECTION,
    sentence: "deleted|delete {resource|a connection}",
  },
  DeleteHost: {
    access: "write",
    effect: "connection",
    sensitivity: "high",
    resource: HOST,
    sentence: "deleted|delete {resource|a host}",
  },
  DeleteRepositoryLink: {
    access: "write",
    effect: "connection",
    sensitivity: "high",
    resource: LINK,
    sentence: "deleted|delete {link|a repository link}",
  },
  DeleteSyncConfiguration: {
    access: "write",
    effect: "connection",
    sensitivity: "high",
    sentence: "removed|remove Git sync of {stack|a stack}",
  },
  GetConnection: {
    access: "read",
    resource: [...CONNECTION, "responseElements.connection.connectionArn"],
    sentence: "viewed|view {resource|a connection}",
  },
  GetConnectionToken: {
    access: "read",
    effect: "connection",
    sensitivity: "high",
    resource: EITHER,
    sentence: "obtained|obtain an access token for {resource|a connection}",
  },
  GetHost: { access: "read", resource: HOST, sentence: "viewed|view {resource|a host}" },
  GetIndividualAccessToken: {
    access: "read",
    effect: "connection",
    sensitivity: "high",
    resource: EITHER,
    sentence: "obtained|obtain their own access token[ from {provider}][ for {resource}]",
  },
  GetInstallationUrl: {
    access: "read",
    resource: EITHER,
    sentence: "opened|open the app installation page[ of {provider}][ for {resource}]",
  },
  GetRepositoryLink: { access: "read", resource: LINK, sentence: "viewed|view {link|a repository link}" },
  GetRepositorySyncStatus: {
    access: "read",
    sentence: "viewed|view the sync status of {link|a repository link}[, branch {branch}]",
  },
  GetResourceSyncStatus: { access: "read", sentence: "viewed|view the sync status of {stack|a stack}" },
  GetSyncBlockerSummary: { access: "read", sentence: "viewed|view what blocks the Git sync of {stack|a stack}" },
  GetSyncConfiguration: { access: "read", sentence: "viewed|view the Git sync settings of {stack|a stack}" },
  ListConnections: { access: "read", sentence: "listed|list the connections[ to {providerFilter}]" },
  ListHosts: { access: "read", sentence: "listed|list the connection hosts" },
  ListInstallationTargets: {
    access: "read",
    resource: EITHER,
    sentence: "listed|list the app installations[ of {provider}][ for {resource}]",
  },
  ListRepositoryLinks: { access: "read", sentence: "listed|list the repository links" },
  ListRepositorySyncDefinitions: {
    access: "read",
    sentence: "listed|list the sync definitions of {link|a repository link}",
  },
  ListSyncConfigurations: { access: "read", sentence: "listed|list the Git syncs of {link|a repository link}" },
  ListTagsForResource: { access: "read", resource: TAGGED, sentence: "listed|list the tags of {resource|a resource}" },
  PassConnection: {
    access: "write",
    effect: "connection",
    sensitivity: "high",
    resource: EITHER,
    sentence: "let|let a service use {resource|a connection}",
  },
  PassRepository: {
    access: "write",
    effect: "connection",
    sensitivity: "high",
    resource: LINK,
    sentence: "let|let a service use {link|a repository link}",
  },
  RegisterAppCode: {
    access: "write",
    effect: "connection",
    sensitivity: "medium",
    resource: EITHER,
    sentence: "registered|register the app of {resource|a host}",
  },
  StartAppRegistrationHandshake: {
    access: "write",
    effect: "connection",
    sensitivity: "medium",
    resource: EITHER,
    sentence: "started|start the app registration of {resource|a host}",
  },
  StartOAuthHandshake: {
    access: "write",
    effect: "connection",
    sensitivity: "medium",
    resource: EITHER,
    sentence: "started|start the OAuth sign-in[ to {provider}][ for {resource}]",
  },
  TagResource: {
    access: "write",
    effect: "tag",
    sensitivity: "medium",
    resource: TAGGED,
    sentence: "put|put {tags|tags} on {resource|a resource}",
  },
  UntagResource: {
    access: "write",
    effect: "tag",
    sensitivity: "medium",
    resource: TAGGED,
    sentence: "removed|remove {tags|tags} from {resource|a resource}",
  },
  UpdateConnectionInstallation: {
    access: "write",
    effect: "connection",
    sensitivity: "high",
    resource: EITHER,
    sentence: "completed|complete {resource|a connection} with an app installation",
  },
  UpdateHost: {
    access: "write",
    effect: "connection",
    sensitivity: "medium",
    resource: HOST,
    sentence: ["pointed|point {resource|a host} to {providerEndpoint}", "changed|change {resource|a host}"],
  },
  UpdateRepositoryLink: {
    access: "write",
    effect: "connection",
    sensitivity: "medium",
    resource: LINK,
    sentence: "changed|change {link|a repository link}[ to use {connection}]",
  },
  UpdateSyncBlocker: {
    access: "write",
    effect: "connection",
    sensitivity: "medium",
    sentence: 'resolved|resolve what blocked the Git sync of {stack|a stack}[: "{resolvedReason}"]',
  },
  UpdateSyncConfiguration: {
    access: "write",
    effect: "connection",
    sensitivity: "high",
    sentence: "changed|change the Git sync of {stack|a stack}[ to branch {branch}][ ({configFile})]",
  },
  UseConnection: {
    access: "write",
    effect: "connection",
    sensitivity: "medium",
    resource: EITHER,
    sentence: "used|use {resource|a connection}[ for {providerAction}]",
  },
};
