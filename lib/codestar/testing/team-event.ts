import type { TeamEvent } from "#lib/codestar/team.ts";

/** A call on a team, for tests: `teamEvent("2024-03-01T10:00:00Z", "AssociateTeamMember", "ana", { role: "Owner" })`. */
export function teamEvent(
  eventTime: string,
  eventName: TeamEvent["eventName"],
  userArn: string | null = null,
  rest: Partial<TeamEvent> = {},
): TeamEvent {
  return {
    eventId: `${eventName} ${userArn} ${eventTime}`,
    eventTime,
    eventName,
    outcome: rest.errorCode ? "failure" : "success",
    errorCode: null,
    userArn,
    role: null,
    remoteAccess: null,
    principalName: "ines",
    principalRef: 1,
    summary: `ines called ${eventName}`,
    ...rest,
  };
}
