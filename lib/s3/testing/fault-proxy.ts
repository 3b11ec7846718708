import { Agent, createServer, request, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

/** A request as S3 would understand it: of an object, or of a listing under a prefix. */
export type S3Request = { kind: "get" | "list" | "other"; bucket: string; key: string };

/** What happens to a request; positions count bytes of the answer's body. */
export type Fault =
  /** The connection is reset before anything is answered. */
  | { kind: "reset" }
  /** Nothing is ever answered. */
  | { kind: "silence" }
  | { kind: "reset-after"; bytes: number }
  /** The connection ends cleanly before the promised length has been sent. */
  | { kind: "cut-after"; bytes: number }
  /** Only so much comes, and the promised length says the same. */
  | { kind: "shorten"; bytes: number }
  /** After so much nothing comes any more. */
  | { kind: "stall-after"; bytes: number }
  /** One bit of one byte is turned over. */
  | { kind: "flip"; byte: number }
  /** So many bytes at a time come, with a pause after each. */
  | { kind: "slow"; chunk: number; pauseMs: number }
  | { kind: "status"; status: number; code: string };

/** A fault for requests that match, as often as said (once unless told). */
export type FaultRule = { fault: Fault; on(request: S3Request): boolean; times?: number };

export type FaultProxy = {
  url: string;
  /** What has been asked for, in order. */
  requests: S3Request[];
  rules: FaultRule[];
  /** Keys of objects that were asked for. */
  fetched(): string[];
  close(): void;
};

/**
 * An HTTP proxy on loopback that counts requests and does harm by rule. Headers stay as they are, so that signatures
 * still hold at the server behind it.
 */
export async function startFaultProxy(target: string): Promise<FaultProxy> {
  const upstream = new URL(target);
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const requests: S3Request[] = [];
  const rules: FaultRule[] = [];

  const server = createServer((incoming, outgoing) => {
    const asked = s3Request(incoming);
    requests.push(asked);
    const rule = rules.find((candidate) => (candidate.times ?? 1) > 0 && candidate.on(asked));
    if (rule) rule.times = (rule.times ?? 1) - 1;
    const fault = rule?.fault;
    if (fault?.kind === "reset") return incoming.socket.resetAndDestroy();
    if (fault?.kind === "silence") return;
    if (fault?.kind === "status") return refuse(outgoing, fault);
    const forwarded = request(
      {
        host: upstream.hostname,
        port: upstream.port,
        method: incoming.method,
        path: incoming.url,
        headers: incoming.rawHeaders,
        setHost: false,
        agent,
      },
      (answer) => void pass(answer, outgoing, fault).catch(() => outgoing.destroy()),
    );
    forwarded.on("error", () => incoming.socket.resetAndDestroy());
    incoming.pipe(forwarded);
  });
  await new Promise<void>((resolve, reject) => server.once("error", reject).listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    rules,
    fetched: () => requests.filter(({ kind }) => kind === "get").map(({ key }) => key),
    close: () => {
      server.close();
      server.closeAllConnections();
      agent.destroy();
    },
  };
}

function s3Request({ method, url = "/" }: IncomingMessage): S3Request {
  const { pathname, searchParams } = new URL(url, "http://s3");
  const [, bucket = "", key = ""] = /^\/([^/]*)\/?(.*)$/s.exec(decodeURIComponent(pathname)) ?? [];
  if (method !== "GET") return { kind: "other", bucket, key };
  return key === "" ? { kind: "list", bucket, key: searchParams.get("prefix") ?? "" } : { kind: "get", bucket, key };
}

function refuse(outgoing: ServerResponse, { status, code }: { status: number; code: string }): void {
  outgoing.writeHead(status, { "content-type": "application/xml" });
  outgoing.end(`<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>as told</Message></Error>`);
}

/** Sends the server's answer on, with the harm that can be done to a body. */
async function pass(answer: IncomingMessage, outgoing: ServerResponse, fault: Fault | undefined): Promise<void> {
  const limit = fault && "bytes" in fault ? fault.bytes : Infinity;
  const headers = { ...answer.headers };
  if (fault?.kind === "shorten") headers["content-length"] = String(Math.min(limit, Number(headers["content-length"])));
  outgoing.writeHead(answer.statusCode ?? 502, headers);
  let sent = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    const part = chunk.subarray(0, limit - sent);
    if (fault?.kind === "flip" && fault.byte >= sent && fault.byte < sent + part.length) {
      part.writeUInt8(part.readUInt8(fault.byte - sent) ^ 1, fault.byte - sent);
    }
    sent += part.length;
    if (outgoing.destroyed) return;
    if (fault?.kind === "slow") await drip(outgoing, part, fault);
    else if (!outgoing.write(part)) await drained(outgoing);
    if (sent < limit) continue;
    if (fault?.kind === "stall-after") return;
    if (fault?.kind === "shorten") break;
    // What was written has to leave first.
    await sleep(20);
    if (fault?.kind === "reset-after") outgoing.socket?.resetAndDestroy();
    else outgoing.socket?.end();
    return;
  }
  outgoing.end();
}

async function drip(outgoing: ServerResponse, part: Buffer, slow: { chunk: number; pauseMs: number }): Promise<void> {
  for (let at = 0; at < part.length && !outgoing.destroyed; at += slow.chunk) {
    outgoing.write(part.subarray(at, at + slow.chunk));
    await sleep(slow.pauseMs);
  }
}

function drained(outgoing: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      outgoing.off("drain", done).off("close", done);
      resolve();
    };
    outgoing.on("drain", done).on("close", done);
  });
}
