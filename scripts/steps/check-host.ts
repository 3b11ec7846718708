import { isIP } from "node:net";
import { Refusal } from "./refusal.mjs";

/**
 * Nobody has to sign in yet, so the pages are for this machine alone, unless that is wanted otherwise.
 * @throws Refusal for an address that others can reach.
 */
export function checkHost(host: string, allowNoSignIn: boolean): void {
  if (isLoopback(host) || allowNoSignIn) return;
  throw new Refusal(
    `HOST=${host} would open Astrolabe to the network while nobody has to sign in; leave HOST unset, or set ALLOW_NO_SIGN_IN=1 if everyone who can reach it may see everything.`,
  );
}

export function isLoopback(host: string): boolean {
  if (isIP(host) === 4) return host.startsWith("127.");
  return host === "localhost" || host === "::1" || host === "[::1]";
}
