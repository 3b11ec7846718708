import type { EventRecord } from "#lib/cloudtrail/event-record.ts";
import { plainText } from "#lib/cloudtrail/plain-text.ts";
import { readText } from "#lib/cloudtrail/read-path.ts";
import { namedResource, type ResourceKind } from "#lib/codestar/resource-kind.ts";
import type { ResourceFacts } from "./resource.ts";

const VALUE_LENGTH = 200;
const LINK = "responseElements.repositoryLinkInfo";

/**
 * Successful calls whose records name and describe a resource of a kind. Of those that only look, a repository link's
 * alone are logged with what they answered (Developer Tools console guide).
 */
export const TELLING_ACTIONS = {
  connection: ["CreateConnection"],
  host: ["CreateHost", "UpdateHost"],
  "repository-link": ["CreateRepositoryLink", "UpdateRepositoryLink", "GetRepositoryLink"],
  "notification-rule": ["CreateNotificationRule", "UpdateNotificationRule"],
  "event-rule": [],
} as const satisfies Record<ResourceKind, readonly string[]>;

/** What the records of TELLING_ACTIONS say of a resource, newest first: of each fact the newest that has it counts. */
export function resourceFacts({ kind, id }: { kind: ResourceKind; id: string }, records: EventRecord[]): ResourceFacts {
  const names = new Set<string>(TELLING_ACTIONS[kind]);
  const telling = records.filter((record) => names.has(record.eventName ?? ""));
  const first = (...paths: string[]) => {
    for (const record of telling) {
      const text = readText(record, paths);
      if (text) return plainText(text, VALUE_LENGTH);
    }
    return null;
  };
  const facts: ResourceFacts = { name: null, provider: null, endpoint: null, watched: null, hostKey: null };
  switch (kind) {
    case "connection": {
      const host = first("requestParameters.hostArn");
      return {
        ...facts,
        name: first("requestParameters.connectionName"),
        provider: first("requestParameters.providerType"),
        hostKey: (host && namedResource(host)?.key) ?? null,
      };
    }
    case "host":
      return {
        ...facts,
        name: first("requestParameters.name"),
        provider: first("requestParameters.providerType"),
        endpoint: first("requestParameters.providerEndpoint"),
      };
    case "repository-link": {
      const owner = first("requestParameters.ownerId", `${LINK}.ownerId`);
      const repository = first("requestParameters.repositoryName", `${LINK}.repositoryName`);
      return {
        ...facts,
        name: repository && owner ? `${owner}/${repository}` : repository,
        provider: first(`${LINK}.providerType`),
      };
    }
    case "notification-rule":
      return {
        ...facts,
        name: first("requestParameters.name"),
        watched: first("requestParameters.resource"),
      };
    case "event-rule":
      return { ...facts, name: id };
  }
}
