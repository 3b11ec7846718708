import { describe, expect, test } from "vitest";
import { parseEventRecord } from "#lib/cloudtrail/event-record.ts";
import { recordOf } from "#lib/codestar/testing/derived.ts";
import { resourceFacts } from "./resource-facts.ts";

const at = (service: string, resource: string) => `arn:aws:${service}:eu-west-1:111122223333:${resource}`;
const record = (eventName: string, request: unknown, responseElements: unknown = null) =>
  parseEventRecord(recordOf(eventName, request, { responseElements }))!;
const NONE = { name: null, provider: null, endpoint: null, watched: null, hostKey: null };

describe("resourceFacts", () => {
  test("of a connection, its name, provider and host in one spelling", () => {
    expect(
      resourceFacts({ kind: "connection", id: "c" }, [
        record("CreateConnection", { connectionName: "hub", hostArn: at("codestar-connections", "host/h") }),
      ]),
    ).toEqual({ ...NONE, name: "hub", hostKey: at("codeconnections", "host/h") });
    expect(
      resourceFacts({ kind: "connection", id: "c" }, [
        record("CreateRepositoryLink", { connectionName: "no", repositoryName: "site" }),
        record("CreateConnection", { connectionName: "hub", providerType: "GitHub" }),
      ]),
    ).toEqual({ ...NONE, name: "hub", provider: "GitHub" });
  });

  test("of a host, the newest endpoint; what newer records leave out comes from older ones", () => {
    expect(
      resourceFacts({ kind: "host", id: "h" }, [
        record("UpdateHost", { providerEndpoint: "https://new.example" }),
        record("CreateHost", {
          name: "ghe",
          providerType: "GitHubEnterpriseServer",
          providerEndpoint: "https://old.example",
        }),
      ]),
    ).toEqual({ ...NONE, name: "ghe", provider: "GitHubEnterpriseServer", endpoint: "https://new.example" });
  });

  test("of a repository link, owner and repository", () => {
    const repositoryLinkInfo = { ownerId: "octo", repositoryName: "site", providerType: "GitHub" };
    expect(
      resourceFacts({ kind: "repository-link", id: "l" }, [record("GetRepositoryLink", {}, { repositoryLinkInfo })]),
    ).toEqual({ ...NONE, name: "octo/site", provider: "GitHub" });
    expect(
      resourceFacts({ kind: "repository-link", id: "l" }, [record("CreateRepositoryLink", { repositoryName: "site" })]),
    ).toEqual({ ...NONE, name: "site" });
  });

  test("of a rule, what it watches; a masked name is none", () => {
    const resource = at("codepipeline", "shop-Pipeline");
    expect(
      resourceFacts({ kind: "notification-rule", id: "r" }, [
        record("UpdateNotificationRule", { name: "***" }),
        record("CreateNotificationRule", { name: "HIDDEN_DUE_TO_SECURITY_REASONS", resource }),
      ]),
    ).toEqual({ ...NONE, watched: resource });
  });

  test("hostile values are texts of bounded length, or nothing", () => {
    const facts = resourceFacts({ kind: "connection", id: "c" }, [
      record("CreateConnection", { connectionName: { a: 1 }, hostArn: "arn:x", providerType: ["GitHub"] }),
      record("CreateConnection", { connectionName: `a\u0000${"x".repeat(9999)}` }),
    ]);
    expect(facts).toMatchObject({ provider: null, hostKey: null });
    expect(facts.name).toHaveLength(200);
    expect(facts.name).not.toContain("\0");
  });
});
