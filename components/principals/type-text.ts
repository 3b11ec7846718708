import type { CodestarPart } from "#lib/codestar/codestar-part-of.ts";

const WORDS: Record<string, string> = {
  Root: "Root user",
  IAMUser: "IAM user",
  AssumedRole: "Role",
  Role: "Role",
  FederatedUser: "Federated user",
  AWSAccount: "Another account",
  AWSService: "AWS service",
  SAMLUser: "SAML user",
  WebIdentityUser: "Web identity",
  IdentityCenterUser: "Identity Center user",
  Directory: "Directory",
  Unknown: "Unknown type",
};

type Typed = { type: string; key?: string; codestarPart?: CodestarPart | null };

/** `userIdentity.type` in words; a role by what it is for, where its name tells. Types that aren't known stay as they are. */
export function typeText({ type, key = "", codestarPart = null }: Typed): string {
  if (codestarPart?.kind === "service-role") return "CodeStar’s service role";
  if (codestarPart?.kind === "worker") return "Project’s worker role";
  const words = Object.hasOwn(WORDS, type) ? WORDS[type] : undefined;
  if (words !== "Role") return words ?? type;
  if (key.includes("/AWSReservedSSO_")) return "Identity Center role";
  return key.includes(":role/aws-service-role/") ? "Service-linked role" : "Role";
}
