import { type NextRequest, NextResponse } from "next/server";
import { env } from "#lib/env.ts";
import { isAllowedHost } from "#lib/http/allowed-host.ts";
import { isDecodable } from "#lib/http/is-decodable.ts";
import { mayChange } from "#lib/http/may-change.ts";
import { API_POLICY, pagePolicy, SECURITY_HEADERS } from "#lib/http/security-headers.ts";

/** Stands before every route, files included: who may ask, and what the answer may do in a browser. */
export function proxy(request: NextRequest): Response {
  const host = request.headers.get("host");
  if (!isAllowedHost(host, env().allowedHosts)) {
    return refusal(403, "This host name is not one Astrolabe answers to. Add it to ALLOWED_HOSTS if it should be.");
  }
  if (!mayChange({ method: request.method, origin: request.headers.get("origin"), host })) {
    return refusal(403, "A request that changes something must come from a page of this site.");
  }
  const { pathname } = request.nextUrl;
  if (!isDecodable(pathname)) return refusal(400, "The address holds a % that begins no UTF-8 character.");
  // Next would redirect before it asks us; next.config.js tells it not to.
  if (pathname !== "/" && pathname.endsWith("/")) return withoutTrailingSlash(request);
  if (pathname === "/api" || pathname.startsWith("/api/")) return secured(NextResponse.next(), API_POLICY);

  // Next reads the nonce out of the request's policy and puts it on every script it writes.
  const policy = pagePolicy(crypto.randomUUID());
  const headers = new Headers(request.headers);
  headers.set("Content-Security-Policy", policy);
  return secured(NextResponse.next({ request: { headers } }), policy);
}

function refusal(status: number, sentence: string): Response {
  const headers = { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" };
  return secured(new NextResponse(`${sentence}\n`, { status, headers }), API_POLICY);
}

function withoutTrailingSlash(request: NextRequest): Response {
  const url = new URL(request.url);
  url.pathname = request.nextUrl.pathname.replace(/\/+$/, "");
  return secured(NextResponse.redirect(url, 308), API_POLICY);
}

function secured(response: NextResponse, policy: string): NextResponse {
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.headers.set(name, value);
  response.headers.set("Content-Security-Policy", policy);
  return response;
}
