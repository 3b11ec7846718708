import path from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { startChild, type Child } from "#scripts/processes/child-process.ts";
import { s3Credentials, type S3Credentials } from "./s3-credentials.ts";

export const SAMPLE_BUCKET = "astrolabe-sample";

const READY_LIMIT_MS = 60_000;
const STOP_LIMIT_MS = 5_000;
const SERVER = fileURLToPath(new URL("../embedded-s3.ts", import.meta.url));
const ready = z.object({ endpoint: z.url(), objects: z.number() });

export type EmbeddedS3 = {
  endpoint: string;
  objects: number;
  /** What lets the SDK and `TRAIL_URLS` find the sample. */
  variables: Record<string, string>;
  child: Child;
  stop(): Promise<void>;
};

/**
 * Serves a sample trail's folder as a bucket, in a child process, on loopback.
 * @param options.dataDir where its keys are kept and its log goes
 * @throws Error with one sentence and what the server said last.
 */
export async function startEmbeddedS3(options: {
  folder: string;
  dataDir: string;
  port?: number;
}): Promise<EmbeddedS3> {
  const keyFile = path.join(options.dataDir, "s3-credentials.json");
  let announce: (line: string) => void = () => undefined;
  const announced = new Promise<string>((resolve) => (announce = resolve));
  const flags = { folder: options.folder, bucket: SAMPLE_BUCKET, credentials: keyFile, port: options.port ?? 0 };
  const child = startChild({
    name: "s3",
    command: [SERVER, ...Object.entries(flags).map(([name, value]) => `--${name}=${value}`)],
    variables: process.env,
    logFolder: path.join(options.dataDir, "logs"),
    onLine: (line, stream) => stream === "stdout" && announce(line),
  });
  const limit = AbortSignal.timeout(READY_LIMIT_MS);
  const tooLate = new Promise<undefined>((resolve) => limit.addEventListener("abort", () => resolve(undefined)));
  const line = await Promise.race([announced, child.ended.then(() => undefined), tooLate]);
  if (line === undefined) {
    await child.stop(0);
    throw new Error(`The embedded S3 server did not start: ${child.lastLines().slice(-3).join(" | ")}`);
  }
  const { endpoint, objects } = ready.parse(JSON.parse(line));
  const credentials = await s3Credentials(keyFile);
  return {
    endpoint,
    objects,
    variables: sampleVariables(endpoint, credentials),
    child,
    stop: () => child.stop(STOP_LIMIT_MS),
  };
}

/** The environment in which the sample is the trail. */
export function sampleVariables(endpoint: string, credentials: S3Credentials): Record<string, string> {
  return {
    TRAIL_URLS: `s3://${SAMPLE_BUCKET}`,
    S3_FORCE_PATH_STYLE: "1",
    AWS_ENDPOINT_URL_S3: endpoint,
    AWS_REGION: "eu-west-1",
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    // A profile or a session of the user's own would win over these keys, or be sent along.
    AWS_PROFILE: "",
    AWS_SESSION_TOKEN: "",
  };
}
