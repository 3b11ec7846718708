import { expect, it } from "vitest";
import { parseEventRecord } from "#lib/cloudtrail/event-record.ts";
import { memberOf } from "./member-of.ts";

const change = (
  requestParameters: unknown,
  eventName = "AssociateTeamMember",
  eventSource = "codestar.amazonaws.com",
) => memberOf(parseEventRecord({ eventSource, eventName, requestParameters })!);
const NOTHING = { role: null, remoteAccess: null };

it("reads the role and remote access that are asked for", () => {
  expect(change({ projectRole: "Owner", remoteAccessAllowed: true })).toEqual({ role: "Owner", remoteAccess: true });
  expect(change({ remoteAccessAllowed: "false" }, "UpdateTeamMember")).toEqual({ role: null, remoteAccess: false });
});

it("knows nothing where the request is hidden, missing or another's", () => {
  expect(change({ projectRole: "HIDDEN_DUE_TO_SECURITY_REASONS", remoteAccessAllowed: 1 })).toEqual(NOTHING);
  expect(change(null)).toEqual(NOTHING);
  expect(change({ projectRole: "Owner" }, "DisassociateTeamMember")).toEqual(NOTHING);
  expect(change({ projectRole: "Owner" }, "AssociateTeamMember", "other.amazonaws.com")).toEqual(NOTHING);
});
