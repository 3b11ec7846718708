import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { closeS3Client } from "./client.ts";
import { getObject } from "./get-object.ts";

vi.mock("#lib/s3/limits.ts", () => import("#lib/s3/testing/impatient-limits.ts"));

const body = randomBytes(300_000);
let server: Server;
let answers: ((request: IncomingMessage, response: ServerResponse) => void)[] = [];
let seen: { range: string | undefined; ifMatch: string | undefined }[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    seen.push({ range: request.headers.range, ifMatch: request.headers["if-match"] });
    const answer = answers.shift();
    if (answer) answer(request, response);
    else sendRest(request, response);
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  Object.assign(process.env, {
    DATABASE_URL: "postgres://nowhere/none",
    AWS_ENDPOINT_URL_S3: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    AWS_ACCESS_KEY_ID: "test",
    AWS_SECRET_ACCESS_KEY: "test",
    AWS_REGION: "us-east-1",
    S3_FORCE_PATH_STYLE: "1",
  });
});
afterAll(async () => {
  await closeS3Client();
  server.closeAllConnections();
  await new Promise((resolve) => void server.close(resolve));
});
beforeEach(() => {
  answers = [];
  seen = [];
});

function start(request: IncomingMessage, response: ServerResponse): Buffer {
  const from = Number(/bytes=(\d+)-/.exec(request.headers.range ?? "")?.[1] ?? 0);
  const rest = body.subarray(from);
  const range = from > 0 ? { "content-range": `bytes ${from}-${body.length - 1}/${body.length}` } : {};
  response.writeHead(from > 0 ? 206 : 200, { "content-length": rest.length, etag: '"e"', ...range });
  return rest;
}
function sendRest(request: IncomingMessage, response: ServerResponse): void {
  response.end(start(request, response));
}
/** Sends so many bytes and breaks the connection. */
const breakAfter = (count: number) => (request: IncomingMessage, response: ServerResponse) => {
  const rest = start(request, response);
  response.write(rest.subarray(0, count), () => setTimeout(() => response.destroy(), 20));
};
const failWith = (status: number, code: string) => (_request: IncomingMessage, response: ServerResponse) => {
  response.writeHead(status, { "content-type": "application/xml" });
  response.end(`<Error><Code>${code}</Code><Message>said</Message></Error>`);
};

async function read(): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of getObject({ bucket: "b", key: "k", etag: "e" })) chunks.push(chunk);
  return Buffer.concat(chunks);
}

describe("getObject", () => {
  it("asks for the version that was listed", async () => {
    expect((await read()).equals(body)).toBe(true);
    expect(seen).toEqual([{ range: undefined, ifMatch: '"e"' }]);
  });

  it("takes a broken body up where it broke, of the same version", async () => {
    answers = [breakAfter(100_000), breakAfter(50_000), breakAfter(1)];
    expect((await read()).equals(body)).toBe(true);
    expect(seen.map(({ range }) => range)).toEqual([undefined, "bytes=100000-", "bytes=150000-", "bytes=150001-"]);
    expect(seen.every(({ ifMatch }) => ifMatch === '"e"')).toBe(true);
  });

  it("gives a body up that breaks again and again without a byte", async () => {
    answers = [breakAfter(10), ...Array.from({ length: 20 }, () => breakAfter(0))];
    await expect(read()).rejects.toMatchObject({ kind: "unreachable" });
    expect(seen.length).toBeLessThan(8);
  }, 30_000);

  it("doesn't join two versions of a file", async () => {
    answers = [breakAfter(100_000), failWith(412, "PreconditionFailed")];
    await expect(read()).rejects.toMatchObject({ kind: "changed" });
  });

  it("doesn't take a whole body for the rest of one", async () => {
    answers = [
      breakAfter(100_000),
      (_request, response) => {
        response.writeHead(200, { "content-length": body.length });
        response.end(body);
      },
    ];
    await expect(read()).rejects.toThrow("can't send the rest alone");
  });

  it("repeats what the server can't answer for now, and not what it refuses", async () => {
    answers = [failWith(503, "SlowDown"), failWith(500, "InternalError")];
    expect((await read()).equals(body)).toBe(true);
    answers = [failWith(403, "AccessDenied")];
    seen = [];
    await expect(read()).rejects.toMatchObject({ kind: "denied" });
    expect(seen).toHaveLength(1);
  });
});
