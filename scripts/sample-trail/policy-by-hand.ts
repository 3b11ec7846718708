import { localTime } from "./calendar.ts";
import type { Call } from "./call.ts";
import { actorOf } from "./cast.ts";
import { accountId, type Place } from "./organisation.ts";
import { PEOPLE } from "./people.ts";
import { Random } from "./random.ts";

/** IAM is a global service: its records are us-east-1's. */
const IAM: Place = { account: "products", region: "us-east-1" };

/**
 * Nine days after he made Jonas a Viewer of Lumen portal, on a Friday evening, Mateo attaches the owner's policy to him
 * by hand: CodeStar knows nothing of it, and the team's list goes on to show a Viewer.
 */
export function playPolicyByHand(): Call[] {
  const at = localTime("2024-03-15 19:42", PEOPLE.mateo.zone);
  const actor = actorOf("mateo", at, IAM, new Random("policy by hand"), false);
  const userName = PEOPLE.jonas.user;
  const policyArn = `arn:aws:iam::${accountId(IAM.account)}:policy/CodeStar_lumen-portal_Owner`;
  const call = { actor, place: IAM, source: "iam" };
  return [
    { ...call, at, name: "ListAttachedUserPolicies", readOnly: true, request: { userName } },
    { ...call, at: at + 24, name: "AttachUserPolicy", readOnly: false, request: { userName, policyArn } },
  ];
}
