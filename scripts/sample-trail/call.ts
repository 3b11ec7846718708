import type { Actor } from "./actors.ts";
import { isoTime } from "./calendar.ts";
import { accountId, type Place } from "./organisation.ts";
import type { Random } from "./random.ts";

export type Json = Record<string, unknown>;

/** One API call, before it is a record. */
export type Call = {
  at: number;
  actor: Actor;
  place: Place;
  /** The event source without `.amazonaws.com`. */
  source: string;
  name: string;
  readOnly: boolean;
  request?: Json | null;
  response?: Json | null;
  error?: { code: string; message: string };
  /** Further members: `resources`, `additionalEventData`, `apiVersion`, `eventType` … */
  extra?: Json;
};

/** What a call is, apart from who makes it, where and when. */
export type Request = Pick<Call, "source" | "name" | "readOnly" | "request" | "response" | "extra">;

const VERSIONS = [
  [Date.UTC(2024, 10, 12) / 1000, "1.11"],
  [Date.UTC(2024, 2, 19) / 1000, "1.10"],
  [Date.UTC(2023, 4, 16) / 1000, "1.09"],
] as const;

/** The version CloudTrail wrote at that time. */
const eventVersion = (at: number): string => VERSIONS.find(([since]) => at >= since)?.[1] ?? "1.08";

/**
 * The record of a call as CloudTrail writes it: its members and their order.
 * @param addendum why it was delivered late, if it was
 */
export function recordOf(call: Call, random: Random, addendum?: { reason: string }): Json {
  const { actor, error, place, source, name } = call;
  const record: Json = {
    eventVersion: eventVersion(call.at),
    userIdentity: actor.identity,
    eventTime: isoTime(call.at),
    eventSource: `${source}.amazonaws.com`,
    eventName: name,
    awsRegion: place.region,
    sourceIPAddress: actor.sourceIPAddress,
    userAgent: actor.userAgent(source, name),
    errorCode: error?.code,
    errorMessage: error?.message,
    requestParameters: call.request ?? null,
    responseElements: error ? null : (call.response ?? null),
    requestID: random.uuid(),
    eventID: random.uuid(),
    readOnly: call.readOnly,
    eventType: "AwsApiCall",
    managementEvent: true,
    recipientAccountId: accountId(place.account),
    addendum,
    eventCategory: "Management",
  };
  if (actor.from !== "service") {
    const clientProvidedHostHeader = `${source}.${place.region}.amazonaws.com`;
    record["tlsDetails"] = { tlsVersion: "TLSv1.3", cipherSuite: "TLS_AES_128_GCM_SHA256", clientProvidedHostHeader };
  }
  if (actor.from === "console") record["sessionCredentialFromConsole"] = "true";
  if (call.extra) Object.assign(record, call.extra);
  return record;
}
