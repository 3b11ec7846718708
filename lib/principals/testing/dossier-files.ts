import { testRecord } from "#lib/sync/testing/test-record.ts";
import { logKey } from "#lib/sync/testing/trail-folder.ts";
import { IDENTITIES, roleIdentity, stsRecord, teamRecord, userArn, userIdentity } from "./identity-records.ts";

const call = (name: string, identity: object, fields: object = {}) =>
  testRecord(name, { userIdentity: identity, ...fields });
const jump = roleIdentity("Jump", "y", "ASIAJUMP");
const owner = userIdentity("gita", "AKIAGITA");

/** Log files with everybody in them: every type of identity, sessions, chains of roles, a team and a rename. */
export const DOSSIER_FILES: [string, unknown[]][] = [
  [logKey("identities"), Object.entries(IDENTITIES).map(([name, identity]) => call(`by ${name}`, identity))],
  [
    logKey("week"),
    [
      // A Wednesday, and the last hour of a Sunday in UTC that is Monday in Berlin.
      call("mfa", userIdentity("ben", "ASIABEN"), {
        eventTime: "2024-05-01T09:00:00Z",
        sourceIPAddress: "2001:db8:1:2::3",
      }),
      call("cli", userIdentity("ben", "AKIABEN"), { eventTime: "2024-05-05T23:30:00Z", userAgent: "aws-cli/2.13.30" }),
      call("console", userIdentity("ben", "ASIABEN"), {
        eventTime: "2024-05-01T11:00:00Z",
        sessionCredentialFromConsole: "true",
        errorCode: "AccessDenied",
      }),
    ],
  ],
  [
    logKey("chain"),
    [
      stsRecord("ana takes Jump", userIdentity("ana", "AKIAANA"), "ASIAJUMP"),
      // As the other account's trail has it, which knows less of who called.
      stsRecord(
        "somebody takes Jump",
        { type: "AWSAccount", principalId: "AIDAX", accountId: "444455556666" },
        "ASIAJUMP",
        {
          eventTime: "2024-05-01T08:29:00Z",
        },
      ),
      stsRecord("Jump takes Deploy", jump, "ASIADEPLOY"),
      stsRecord("a circle", roleIdentity("Loop", "x", "ASIALOOP"), "ASIALOOP"),
      call("loop", roleIdentity("Loop", "x", "ASIALOOP")),
      call("named", roleIdentity("Deploy", "ines.okafor", "ASIANAMED")),
      call("sourced", roleIdentity("Deploy", "z", "ASIASOURCED", { sourceIdentity: "hana@example.com" })),
      call("codestar", roleIdentity("service-role/aws-codestar-service-role", "AWSCodeStar", "ASIASTAR")),
      call("worker", roleIdentity("CodeStarWorker-orchard-ToolChain", "17", "ASIAWORK"), {
        requestParameters: { id: "orchard" },
      }),
    ],
  ],
  [
    logKey("team"),
    [
      teamRecord(
        "joins",
        "AssociateTeamMember",
        "2024-05-02T10:00:00Z",
        {
          userArn: userArn("ben"),
          projectRole: "Viewer",
          remoteAccessAllowed: true,
        },
        { userIdentity: owner },
      ),
      teamRecord("rises", "UpdateTeamMember", "2024-05-03T10:00:00Z", {
        userArn: userArn("ben"),
        projectRole: "Owner",
      }),
      teamRecord(
        "fails",
        "DisassociateTeamMember",
        "2024-05-04T10:00:00Z",
        { userArn: userArn("ben") },
        { errorCode: "AccessDenied" },
      ),
      teamRecord("never acted", "AssociateTeamMember", "2024-05-02T11:00:00Z", {
        userArn: userArn("never"),
        projectRole: "Viewer",
      }),
      teamRecord("looked up", "DescribeUserProfile", "2024-05-02T12:00:00Z", { userArn: userArn("never") }),
      // Gita was called Gertrud, and what was done to Gertrud was done to her.
      call("as gertrud", userIdentity("gertrud", "AKIAGITA", "AIDAGITA"), { eventTime: "2024-04-01T10:00:00Z" }),
      call("as gita", owner, { eventTime: "2024-05-01T10:00:00Z" }),
      teamRecord("to gertrud", "AssociateTeamMember", "2024-04-02T10:00:00Z", {
        userArn: userArn("gertrud"),
        projectRole: "Owner",
      }),
    ],
  ],
];
