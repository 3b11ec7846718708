import { parseEventRecord } from "#lib/cloudtrail/event-record.ts";
import { deriveEvent, type DerivedEvent } from "#lib/codestar/derive-event.ts";
import { recordOf } from "#scripts/sample-trail/call.ts";
import { failed } from "#scripts/sample-trail/failures.ts";
import { isoTime } from "#scripts/sample-trail/calendar.ts";
import { accountId } from "#scripts/sample-trail/organisation.ts";
import { Random } from "#scripts/sample-trail/random.ts";
import { MADE_CALLS, SAMPLE, SAMPLE_ARNS, type MadeCall } from "./made-calls.ts";

/** An event with places to fill in by SQL's `format`: see `PLACES`. */
export type MadeTemplate = {
  weight: number;
  source: string;
  name: string;
  access: string;
  outcome: string;
  errorCode: string | null;
  errorMessage: string | null;
  hasProject: boolean;
  subjectArn: string | null;
  resourceArn: string | null;
  resourceKeys: string | null;
  memberRole: string | null;
  remoteAccess: boolean | null;
  deleteStack: boolean | null;
  eventVersion: string | null;
  eventType: string | null;
  readOnly: boolean | null;
  summary: string;
  record: string;
};

const FAILURES = 0.04;
const IDENTITY = { type: "IAMUser", principalId: "AIDASAMPLE", arn: "arn:aws:iam::000000000000:user/sample.actor" };
const ADDRESS = "198.51.100.254";
const AGENT = "sample-agent";

/** The events of all calls as they succeed and as they fail; the weights sum up to about ten thousand. */
export function madeTemplates(): MadeTemplate[] {
  const failing = MADE_CALLS.filter(({ fails }) => fails !== undefined);
  const ofFailing = failing.reduce((sum, { weight }) => sum + weight, 0);
  const all = MADE_CALLS.reduce((sum, { weight }) => sum + weight, 0);
  return [
    ...MADE_CALLS.map((call) => templateOf({ ...call, fails: undefined })),
    ...failing.map((call) => templateOf({ ...call, weight: (call.weight * FAILURES * all) / ofFailing })),
  ];
}

function templateOf({ request, weight, fails }: MadeCall): MadeTemplate {
  const actor = { identity: IDENTITY, sourceIPAddress: ADDRESS, userAgent: () => AGENT, from: "command line" } as const;
  const failure = fails === undefined ? {} : failed(fails, request, actor);
  const made = recordOf(
    { at: SAMPLE.at, actor, place: SAMPLE.place, ...request, ...failure },
    new Random(request.name),
  );
  const json = JSON.stringify(made);
  const record = parseEventRecord(JSON.parse(json));
  const event = record && deriveEvent(record, Buffer.from(json));
  if (!event || "rejected" in event) throw new Error(`A made ${request.name} is no event.`);
  const fill = filler(event);
  return {
    weight,
    source: event.eventSource,
    name: event.eventName,
    access: event.access,
    outcome: event.outcome,
    errorCode: event.errorCode,
    errorMessage: fill(event.errorMessage),
    hasProject: event.project !== null,
    subjectArn: fill(event.subjectArn),
    resourceArn: fill(event.resourceArn),
    resourceKeys: event.resourceKeys.length === 0 ? null : fill(`{${event.resourceKeys.join(",")}}`),
    memberRole: event.member.role,
    remoteAccess: event.member.remoteAccess,
    deleteStack: event.deleteStack,
    eventVersion: event.eventVersion,
    eventType: event.eventType,
    readOnly: event.readOnly,
    summary: fill(event.summary),
    record: fill(json),
  };
}

/** What `format` puts where, in this order. */
export const PLACES = [
  "identity",
  "actor_arn",
  "actor_name",
  "event_time",
  "request_id",
  "event_id",
  "address",
  "agent",
  "account_id",
  "region",
  "project_id",
  "subject",
  "resource_id",
  "resource_hex",
] as const;
type PlaceName = (typeof PLACES)[number];

function filler(event: DerivedEvent) {
  const lastPart = (arn: string) => arn.slice(arn.lastIndexOf("/") + 1);
  const marks = new Map<string, PlaceName>([
    [JSON.stringify(IDENTITY), "identity"],
    [IDENTITY.arn, "actor_arn"],
    [event.principal.name, "actor_name"],
    [isoTime(SAMPLE.at), "event_time"],
    [event.requestId ?? "", "request_id"],
    [event.eventId, "event_id"],
    [ADDRESS, "address"],
    [AGENT, "agent"],
    [accountId(SAMPLE.place.account), "account_id"],
    [SAMPLE.place.region, "region"],
    [SAMPLE.projectId, "project_id"],
    [SAMPLE.subject, "subject"],
    [lastPart(SAMPLE_ARNS.connection), "resource_id"],
    [SAMPLE_ARNS.link, "resource_id"],
    [lastPart(SAMPLE_ARNS.rule).slice(0, 32), "resource_hex"],
  ]);
  const found = new RegExp(
    [...marks.keys()].map((mark) => mark.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|"),
    "g",
  );
  return <Text extends string | null>(text: Text): Text =>
    (text === null
      ? null
      : text
          .replaceAll("%", "%%")
          .replaceAll(found, (mark) => `%${PLACES.indexOf(marks.get(mark) ?? "identity") + 1}$s`)) as Text;
}
