import type { Json, Request } from "./call.ts";
import { arnOf } from "./actors.ts";
import { accountId, type Place } from "./organisation.ts";
import { Random } from "./random.ts";

export type Provider = "GitHub" | "Bitbucket" | "GitLab" | "GitHubEnterpriseServer";
export type Connection = { name: string; provider: Provider; place: Place; since: number; host?: Host };
export type Host = { name: string; endpoint: string; place: Place; since: number };
export type RepositoryLink = {
  connection: Connection;
  repository: string;
  stack: string;
  branch: string;
  since: number;
};

const OWNER = "halden-optics";
const RENAMED = Date.UTC(2024, 2, 29) / 1000;
const OLD_NAME_GONE = Date.UTC(2024, 6, 1) / 1000;

/** The event source at that time: the old name until 2024-03-29, both for a while, then the new one. */
export function connectionsSource(at: number, random: Random): "codestar-connections" | "codeconnections" {
  if (at < RENAMED) return "codestar-connections";
  return at < OLD_NAME_GONE && random.chance(0.5) ? "codestar-connections" : "codeconnections";
}

/** An ARN keeps the name that the service had when the thing was made. */
const arn = (place: Place, since: number, resource: string): string =>
  arnOf(place, since < OLD_NAME_GONE ? "codestar-connections" : "codeconnections", resource);

const idOf = (kind: string, name: string) => new Random(`${kind}/${name}`).uuid();

export const connectionArn = (connection: Connection): string =>
  arn(connection.place, connection.since, `connection/${idOf("connection", connection.name)}`);
export const hostArn = (host: Host): string =>
  arn(host.place, host.since, `host/${host.name}-${new Random(`host/${host.name}`).hex(8)}`);
export const linkId = (link: RepositoryLink): string => idOf("link", link.repository);

type Part = Omit<Request, "source">;
/** `readOnly` as CloudTrail writes it: several reading actions carry false there, and those log their response. */
const call = (name: string, readOnly: boolean, request: Json | null, response: Json | null = null): Part => ({
  name,
  readOnly,
  request,
  response,
});

const SYNC_TYPE = "CFN_STACK_SYNC";

function linkInfo(link: RepositoryLink): Json {
  return {
    connectionArn: connectionArn(link.connection),
    ownerId: OWNER,
    providerType: link.connection.provider,
    repositoryLinkArn: arn(link.connection.place, link.since, `repository-link/${linkId(link)}`),
    repositoryLinkId: linkId(link),
    repositoryName: link.repository,
  };
}

function syncConfiguration(link: RepositoryLink, branch = link.branch): Json {
  return {
    branch,
    configFile: "deployment.yaml",
    ownerId: OWNER,
    providerType: link.connection.provider,
    repositoryLinkId: linkId(link),
    repositoryName: link.repository,
    resourceName: link.stack,
    roleArn: syncRole(link),
    syncType: SYNC_TYPE,
  };
}

const syncRole = (link: RepositoryLink): string =>
  `arn:aws:iam::${accountId(link.connection.place.account)}:role/service-role/halden-git-sync`;

export const createConnection = (connection: Connection): Part =>
  call(
    "CreateConnection",
    false,
    {
      ...(connection.host ? { hostArn: hostArn(connection.host) } : { providerType: connection.provider }),
      connectionName: connection.name,
    },
    { connectionArn: connectionArn(connection) },
  );
export const installConnection = (connection: Connection): Part =>
  call("UpdateConnectionInstallation", false, {
    connectionArn: connectionArn(connection),
    installation: {
      gitHubAppInstallationId: new Random(`installation/${connection.name}`).int(31_000_000, 46_999_999),
    },
  });
export const getConnection = (connection: Connection): Part =>
  call("GetConnection", true, { connectionArn: connectionArn(connection) });
export const deleteConnection = (connection: Connection): Part =>
  call("DeleteConnection", false, { connectionArn: connectionArn(connection) });
export const listConnections = (): Part => call("ListConnections", true, { maxResults: 50 });
export const listInstallationTargets = (): Part => call("ListInstallationTargets", true, null);
export const startOAuthHandshake = (connection: Connection): Part =>
  call("StartOAuthHandshake", true, { providerType: connection.provider });
export const tagConnection = (connection: Connection, key: string, value: string): Part =>
  call("TagResource", false, { resourceArn: connectionArn(connection), tags: [{ key, value }] });
export const listConnectionTags = (connection: Connection): Part =>
  call("ListTagsForResource", true, { resourceArn: connectionArn(connection) });

export const createHost = (host: Host): Part =>
  call(
    "CreateHost",
    false,
    {
      name: host.name,
      providerType: "GitHubEnterpriseServer",
      providerEndpoint: host.endpoint,
      vpcConfiguration: {
        vpcId: "vpc-0b6e1f2c9d3a48e57",
        subnetIds: ["subnet-04a2c7be19f3d6085"],
        securityGroupIds: ["sg-0c8e51d7f2a94b360"],
      },
    },
    { hostArn: hostArn(host) },
  );
export const getHost = (host: Host): Part => call("GetHost", true, { hostArn: hostArn(host) });
export const updateHost = (host: Host, providerEndpoint: string): Part =>
  call("UpdateHost", false, { hostArn: hostArn(host), providerEndpoint });
export const listHosts = (): Part => call("ListHosts", true, { maxResults: 50 });

export const createRepositoryLink = (link: RepositoryLink): Part =>
  call(
    "CreateRepositoryLink",
    false,
    { connectionArn: connectionArn(link.connection), ownerId: OWNER, repositoryName: link.repository },
    { repositoryLinkInfo: linkInfo(link) },
  );
export const getRepositoryLink = (link: RepositoryLink): Part =>
  call("GetRepositoryLink", false, { repositoryLinkId: linkId(link) }, { repositoryLinkInfo: linkInfo(link) });
export const deleteRepositoryLink = (link: RepositoryLink): Part =>
  call("DeleteRepositoryLink", false, { repositoryLinkId: linkId(link) });
export const listRepositoryLinks = (links: readonly RepositoryLink[]): Part =>
  call("ListRepositoryLinks", false, { maxResults: 50 }, { repositoryLinks: links.map(linkInfo) });

export function createSyncConfiguration(link: RepositoryLink): Part {
  const { branch, configFile, repositoryLinkId, resourceName, roleArn, syncType } = syncConfiguration(link);
  const request = { branch, configFile, repositoryLinkId, resourceName, roleArn, syncType };
  return call("CreateSyncConfiguration", false, request, { syncConfiguration: syncConfiguration(link) });
}
export const updateSyncConfiguration = (link: RepositoryLink, branch: string): Part =>
  call(
    "UpdateSyncConfiguration",
    false,
    { branch, resourceName: link.stack, syncType: SYNC_TYPE },
    { syncConfiguration: syncConfiguration(link, branch) },
  );
export const deleteSyncConfiguration = (link: RepositoryLink): Part =>
  call("DeleteSyncConfiguration", false, { syncType: SYNC_TYPE, resourceName: link.stack });
export const listRepositorySyncDefinitions = (link: RepositoryLink): Part =>
  call(
    "ListRepositorySyncDefinitions",
    false,
    { repositoryLinkId: linkId(link), syncType: SYNC_TYPE },
    { repositorySyncDefinitions: [{ branch: link.branch, directory: "/", parent: link.stack, target: link.stack }] },
  );
export const getRepositorySyncStatus = (link: RepositoryLink, startedAt: string, status: string): Part =>
  call(
    "GetRepositorySyncStatus",
    false,
    { branch: link.branch, repositoryLinkId: linkId(link), syncType: SYNC_TYPE },
    {
      latestSync: {
        startedAt,
        status,
        events: [{ event: `Sync ${status.toLowerCase()}`, time: startedAt, type: status }],
      },
    },
  );
export const getResourceSyncStatus = (link: RepositoryLink, startedAt: string, status: string, sha: string): Part =>
  call(
    "GetResourceSyncStatus",
    false,
    { resourceName: link.stack, syncType: SYNC_TYPE },
    {
      desiredState: {
        branch: link.branch,
        directory: "/",
        ownerId: OWNER,
        repositoryName: link.repository,
        providerType: link.connection.provider,
        sha,
      },
      latestSync: { startedAt, status, target: link.stack },
    },
  );
export const getSyncBlockerSummary = (link: RepositoryLink): Part =>
  call(
    "GetSyncBlockerSummary",
    false,
    { syncType: SYNC_TYPE, resourceName: link.stack },
    { syncBlockerSummary: { resourceName: link.stack, latestBlockers: [] } },
  );
export const updateSyncBlocker = (link: RepositoryLink, id: string, resolvedReason: string): Part =>
  call("UpdateSyncBlocker", false, { id, syncType: SYNC_TYPE, resourceName: link.stack, resolvedReason });
