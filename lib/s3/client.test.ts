import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { closeS3Client, renewCredentials } from "./client.ts";
import { getObject } from "./get-object.ts";
import { listFolders } from "./list-folders.ts";
import { sendEmptyList } from "./testing/s3-stand-in.ts";

const PART = Buffer.alloc(1_000, 1);
let server: Server;
let connections = 0;
let body: ServerResponse | null = null;

beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url?.includes("list-type") === true) return sendEmptyList(response);
    response.writeHead(200, { "content-length": 2 * PART.length, etag: '"e"' });
    response.write(PART);
    body = response;
    return undefined;
  });
  server.on("connection", (socket) => {
    connections++;
    socket.on("close", () => connections--);
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  await closeS3Client();
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

const place = { bucket: "b" };
const open = (count: number) => vi.waitFor(() => expect(connections).toBe(count), { timeout: 5_000 });

it("a client whose credentials are renewed closes its connections, those in use when they aren't any more", async () => {
  const reading = getObject({ ...place, key: "k", etag: "e" });
  const first = await reading.next();
  await Promise.all([listFolders(place, "a/"), listFolders(place, "b/")]);
  await open(3);
  renewCredentials({});
  await open(1);
  // The next client is another, and the body goes on.
  await listFolders(place, "c/");
  await open(2);
  body?.end(PART);
  let received = first.value?.length ?? 0;
  for await (const chunk of reading) received += chunk.length;
  expect(received).toBe(2 * PART.length);
  await open(1);
  await closeS3Client();
  await open(0);
});
