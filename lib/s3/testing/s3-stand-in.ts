import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { closeS3Client } from "#lib/s3/client.ts";

export type Handler = (request: IncomingMessage, response: ServerResponse, body: string) => void;
export type S3StandIn = { url: string; close(): Promise<void> };

/**
 * A server on loopback that answers as a test tells it, for what no S3 server at hand does (other regions, STS, who
 * pays); the process's S3 client asks it, as its users would have it: by environment.
 */
export async function s3StandIn(handle: Handler): Promise<S3StandIn> {
  const server = createServer((request, response) => {
    let body = "";
    request.setEncoding("utf8").on("data", (chunk: string) => (body += chunk));
    request.on("end", () => handle(request, response, body));
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await closeS3Client();
  Object.assign(process.env, {
    DATABASE_URL: "postgres://nowhere/none",
    AWS_ENDPOINT_URL_S3: url,
    AWS_ENDPOINT_URL_STS: url,
    AWS_ACCESS_KEY_ID: "AKIAOWN",
    AWS_SECRET_ACCESS_KEY: "own",
    AWS_REGION: "us-east-1",
    S3_FORCE_PATH_STYLE: "1",
    AWS_CONFIG_FILE: "/dev/null",
    AWS_SHARED_CREDENTIALS_FILE: "/dev/null",
    AWS_EC2_METADATA_DISABLED: "true",
  });
  for (const name of ["AWS_PROFILE", "AWS_SESSION_TOKEN", "AWS_ENDPOINT_URL"]) delete process.env[name];
  return {
    url,
    close: async () => {
      await closeS3Client();
      server.closeAllConnections();
      await new Promise((resolve) => void server.close(resolve));
    },
  };
}

/** Answers with an error as S3 writes it. */
export function sendS3Error(response: ServerResponse, status: number, code: string, headers = {}, more = ""): void {
  response.writeHead(status, { "content-type": "application/xml", ...headers });
  response.end(`<Error><Code>${code}</Code><Message>said</Message>${more}</Error>`);
}

/** Answers with a listing of nothing. */
export function sendEmptyList(response: ServerResponse): void {
  response.writeHead(200, { "content-type": "application/xml" });
  response.end(`<ListBucketResult><IsTruncated>false</IsTruncated></ListBucketResult>`);
}
