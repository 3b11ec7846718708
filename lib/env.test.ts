import { describe, expect, it } from "vitest";
import { EnvError, parseEnv } from "./env.ts";

const DATABASE_URL = "postgres://user:secret@127.0.0.1:5432/astrolabe";

describe("parseEnv", () => {
  it("gives the contract's defaults", () => {
    expect(parseEnv({ DATABASE_URL })).toEqual({
      databaseUrl: DATABASE_URL,
      trailUrls: [],
      queueUrls: [],
      s3ForcePathStyle: false,
      eventSources: "",
      syncIntervalMinutes: 5,
      maxLogFileMb: 2048,
      host: "127.0.0.1",
      port: 3000,
      allowedHosts: [],
      allowNoSignIn: false,
    });
  });

  it("reads several trails separated by white space, and takes an empty variable as unset", () => {
    const settings = parseEnv({
      DATABASE_URL,
      TRAIL_URLS: " s3://one/a/b  file:///srv/copy ",
      PORT: "",
      S3_FORCE_PATH_STYLE: "1",
    });
    expect(settings.trailUrls).toEqual(["s3://one/a/b", "file:///srv/copy"]);
    expect(settings).toMatchObject({ port: 3000, s3ForcePathStyle: true });
  });

  it("reads queues, each once", () => {
    const one = "https://sqs.eu-west-1.amazonaws.com/111122223333/one";
    const two = "http://127.0.0.1:4566/000000000000/two_2-b";
    const settings = parseEnv({ DATABASE_URL, TRAIL_URLS: "s3://one", QUEUE_URL: ` ${one} ${two}\n${one}` });
    expect(settings.queueUrls).toEqual([one, two]);
  });

  it.each([
    ["codebuild.amazonaws.com, s3.amazonaws.com", "codebuild.amazonaws.com, s3.amazonaws.com"],
    ["ALL", "all"],
    ["CodeBuild.amazonaws.com\ncodebuild.amazonaws.com.cn", "codebuild.amazonaws.com\ncodebuild.amazonaws.com.cn"],
  ])("takes the event sources %j", (text, eventSources) => {
    expect(parseEnv({ DATABASE_URL, EVENT_SOURCES: text })).toMatchObject({ eventSources });
  });

  it.each([
    [{ DATABASE_URL, EVENT_SOURCES: "codebuild" }, /^EVENT_SOURCES has "codebuild", which is neither a service's host/],
    [{ DATABASE_URL, EVENT_SOURCES: "s3.amazonaws.com;ec2.amazonaws.com" }, /^EVENT_SOURCES has/],
    [{ DATABASE_URL, EVENT_SOURCES: "s3.amazonaws.com,everything" }, /"everything"/],
    [{}, /^DATABASE_URL is not set/],
    [{ DATABASE_URL: "mysql://x" }, /^DATABASE_URL must start with postgres/],
    [
      { DATABASE_URL, TRAIL_URLS: "s3://fine https://bucket" },
      /^TRAIL_URLS "https:\/\/bucket" is neither s3:\/\/bucket/,
    ],
    [
      { DATABASE_URL, TRAIL_URLS: "s3://UPPER/p?external-id=hush" },
      /^TRAIL_URLS "s3:\/\/UPPER\/p\?…" is neither s3:\/\/bucket/,
    ],
    [
      { DATABASE_URL, TRAIL_URLS: "s3://one", QUEUE_URL: "arn:aws:sqs:eu-west-1:111122223333:one" },
      /^QUEUE_URL "arn:.*" is not the URL of a queue/,
    ],
    [{ DATABASE_URL, TRAIL_URLS: "s3://one", QUEUE_URL: "https://me:secret@host/111122223333/q" }, /^QUEUE_URL /],
    [
      { DATABASE_URL, QUEUE_URL: "https://sqs.eu-west-1.amazonaws.com/111122223333/one" },
      /^QUEUE_URL needs a trail in S3/,
    ],
    [
      { DATABASE_URL, TRAIL_URLS: "file:///copy", QUEUE_URL: "https://sqs.eu-west-1.amazonaws.com/111122223333/one" },
      /^QUEUE_URL needs a trail in S3/,
    ],
    [{ DATABASE_URL, PORT: "http" }, /^PORT must be a port number/],
    [{ DATABASE_URL, PORT: "70000" }, /^PORT /],
    [{ DATABASE_URL, SYNC_INTERVAL_MINUTES: "0" }, /^SYNC_INTERVAL_MINUTES must be more than 0/],
  ])("refuses %j with a sentence that names the variable", (variables, message) => {
    expect(() => parseEnv(variables)).toThrow(EnvError);
    expect(() => parseEnv(variables)).toThrow(message);
  });
});
