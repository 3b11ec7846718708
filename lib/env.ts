import { z } from "zod";

/** A setting that can't be used; the message names it and says what to do. */
export class EnvError extends Error {
  override name = "EnvError";
}

const list = (separator: RegExp) =>
  z
    .string()
    .default("")
    .transform((text) => text.split(separator).filter((part) => part !== ""));

const flag = z
  .string()
  .default("")
  .transform((text) => text === "1" || text === "true");

/** What stands behind a "?" is for `trailAddress` to judge; it may hold a secret, which no message repeats. */
const trailUrl = z.string().regex(/^(s3:\/\/[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]([/?].*)?|file:\/\/\/.*)$/, {
  error: (issue) =>
    `"${String(issue.input).replace(/\?.*$/s, "?…")}" is neither s3://bucket[/prefix][?options] nor file:///folder; several are separated by spaces`,
});

const queueUrl = z.string().regex(/^https?:\/\/[^/\s?#@]+\/\d{12}\/[\w-]{1,80}(\.fifo)?$/, {
  error: (issue) =>
    `"${String(issue.input)}" is not the URL of a queue (https://sqs.<region>.amazonaws.com/<account>/<name>); several are separated by spaces`,
});

/** As records name services: `codebuild.amazonaws.com`, in China with `.cn`. */
const SERVICE = /^[a-z0-9-]+(\.[a-z0-9-]+)*\.amazonaws\.com(\.cn)?$/;

const eventSources = z
  .string()
  .default("")
  .transform((text) => text.toLowerCase())
  .superRefine((text, context) => {
    const wrong = text.split(/[\s,]+/).find((name) => name !== "" && name !== "all" && !SERVICE.test(name));
    if (wrong === undefined) return;
    const message = `has "${wrong}", which is neither a service's host such as codebuild.amazonaws.com nor all`;
    context.addIssue({ code: "custom", message });
  });

const schema = z.object({
  DATABASE_URL: z
    .string({
      error: "is not set; `npm start` sets it to the embedded Postgres, or give your own postgres://… address",
    })
    .regex(/^postgres(ql)?:\/\//, "must start with postgres:// or postgresql://"),
  TRAIL_URLS: list(/\s+/).pipe(z.array(trailUrl)),
  QUEUE_URL: list(/\s+/).pipe(z.array(queueUrl)),
  S3_FORCE_PATH_STYLE: flag,
  EVENT_SOURCES: eventSources,
  SYNC_INTERVAL_MINUTES: z.coerce
    .number("must be a number of minutes")
    .positive("must be more than 0")
    .max(10_080, "may be a week (10080) at most")
    .default(5),
  MAX_LOG_FILE_MB: z.coerce
    .number("must be a number of megabytes")
    .positive("must be more than 0")
    .max(1_048_576, "may be a terabyte (1048576) at most")
    .default(2048),
  HOST: z.string().default("127.0.0.1"),
  PORT: z.coerce.number("must be a port number").int().min(1).max(65_535).default(3000),
  ALLOWED_HOSTS: list(/[\s,]+/),
  ALLOW_NO_SIGN_IN: flag,
});

export type Env = {
  databaseUrl: string;
  /** `s3://bucket[/prefix][?options]` or `file:///folder`; options may hold a secret. */
  trailUrls: string[];
  /** SQS queues that tell of new log files. */
  queueUrls: string[];
  s3ForcePathStyle: boolean;
  /** Further event sources, comma separated, or `all`. */
  eventSources: string;
  syncIntervalMinutes: number;
  /** A log file that unpacks to more MiB fails. */
  maxLogFileMb: number;
  host: string;
  port: number;
  allowedHosts: string[];
  allowNoSignIn: boolean;
};

let parsed: Env | undefined;

/**
 * The settings, read once from the environment (design: the only reader of `process.env`).
 * @throws EnvError naming the variable and what to do about it.
 */
export function env(): Env {
  parsed ??= parseEnv(process.env);
  return parsed;
}

/** `env` for given variables; an empty variable counts as unset. */
export function parseEnv(variables: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ""));
  const result = schema.safeParse(given);
  if (!result.success) {
    const issue = result.error.issues[0];
    throw new EnvError(`${String(issue?.path[0] ?? "Environment")} ${issue?.message ?? "is not valid"}.`);
  }
  const value = result.data;
  if (value.QUEUE_URL.length > 0 && !value.TRAIL_URLS.some((url) => url.startsWith("s3:"))) {
    throw new EnvError("QUEUE_URL needs a trail in S3: set TRAIL_URLS too, or every message would count for nothing.");
  }
  return {
    databaseUrl: value.DATABASE_URL,
    trailUrls: value.TRAIL_URLS,
    queueUrls: [...new Set(value.QUEUE_URL)],
    s3ForcePathStyle: value.S3_FORCE_PATH_STYLE,
    eventSources: value.EVENT_SOURCES,
    syncIntervalMinutes: value.SYNC_INTERVAL_MINUTES,
    maxLogFileMb: value.MAX_LOG_FILE_MB,
    host: value.HOST,
    port: value.PORT,
    allowedHosts: value.ALLOWED_HOSTS,
    allowNoSignIn: value.ALLOW_NO_SIGN_IN,
  };
}
