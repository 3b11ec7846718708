import type { Cut } from "#lib/events/activity.ts";
import type { NamedResource, ResourceKind } from "#lib/codestar/resource-kind.ts";

/**
 * `seen`: calls on it succeeded, but its creation isn't in the records. `unconfirmed`: only failed calls name it, so it
 * may never have existed.
 */
export type ResourceState = "created" | "used" | "deleted" | "seen" | "unconfirmed";

/** What records say of a resource; null where none does. */
export type ResourceFacts = {
  /** connectionName, a host's or rule's name, a repository's owner and name */
  name: string | null;
  /** providerType */
  provider: string | null;
  /** a host's providerEndpoint */
  endpoint: string | null;
  /** ARN of what a notification rule watches */
  watched: string | null;
  /** key of the host that a connection goes through */
  hostKey: string | null;
};

/** A connection, host, repository link, notification rule or event rule, as of a commit. */
export type Resource = NamedResource &
  ResourceFacts & {
    state: ResourceState;
    /** Of its events; of related ones where there are no others. */
    firstSeen: string;
    lastSeen: string;
    /** Events that name it, without what other services did. */
    events: number;
    failures: number;
    writes: number;
    /** Successful uses, other services' included, and the last one. */
    uses: number;
    lastUsed: string | null;
  };

/** Resources of a kind, latest activity first, then by ARN. */
export type ResourceGroup = Cut<Resource> & { kind: ResourceKind };

export type ResourceList = { groups: ResourceGroup[]; total: number; asOf: number };
