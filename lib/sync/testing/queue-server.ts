import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { CreateBucketCommand, DeleteObjectCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { CreateTopicCommand, PublishCommand, SNSClient, SubscribeCommand } from "@aws-sdk/client-sns";
import { CreateQueueCommand, GetQueueAttributesCommand, SendMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import { buildApp } from "fauxqs";
import { closeS3Client } from "#lib/s3/client.ts";
import { closeSqsClients } from "#lib/sqs/client.ts";
import { logText } from "./trail-folder.ts";

const REGION = "us-east-1";

export type TestQueue = {
  url: string;
  deadLetterUrl: string;
  /** A topic that the queue is subscribed to. */
  publish: (message: string) => Promise<void>;
  publishRaw: (message: string) => Promise<void>;
  send: (body: string) => Promise<void>;
  /** Messages that are there, and how many of them anybody could receive now. */
  count: (url?: string) => Promise<number>;
  countShown: () => Promise<number>;
};

/**
 * A light server that speaks SQS, SNS and S3, on loopback, and the environment set so that the project's clients find
 * it. It enforces no policies, and its buckets notify nobody: what they would say is sent in their name.
 */
export async function queueServer() {
  const requests: string[] = [];
  const server = buildApp({ logger: false });
  server.addHook(
    "onRequest",
    (request: { method: string; url: string; headers: object }, _reply: unknown, done: () => void) => {
      const target = (request.headers as Record<string, string | undefined>)["x-amz-target"];
      requests.push(target ?? `${request.method} ${request.url}`);
      done();
    },
  );
  await server.listen({ host: "127.0.0.1", port: 0 });
  const endpoint = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_S3: endpoint,
    AWS_ACCESS_KEY_ID: "test",
    AWS_SECRET_ACCESS_KEY: "test",
    AWS_REGION: REGION,
    S3_FORCE_PATH_STYLE: "1",
  });
  const common = { endpoint, region: REGION };
  const s3 = new S3Client({ ...common, forcePathStyle: true });
  const sqs = new SQSClient(common);
  const sns = new SNSClient(common);
  let names = 0;

  const urlOf = (name: string) => `${endpoint}/000000000000/${name}`;
  const send = async (url: string, body: string) => {
    await sqs.send(new SendMessageCommand({ QueueUrl: url, MessageBody: body }));
  };
  const countsOf = async (url: string) => {
    const { Attributes } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: ["All"] }));
    return {
      shown: Number(Attributes?.ApproximateNumberOfMessages),
      hidden: Number(Attributes?.ApproximateNumberOfMessagesNotVisible),
    };
  };
  const subscribed = async (topic: string, queue: string, attributes: Record<string, string>) => {
    const { TopicArn } = await sns.send(new CreateTopicCommand({ Name: topic }));
    const Endpoint = `arn:aws:sqs:${REGION}:000000000000:${queue}`;
    await sns.send(new SubscribeCommand({ TopicArn, Protocol: "sqs", Endpoint, Attributes: attributes }));
    return async (message: string) => {
      await sns.send(new PublishCommand({ TopicArn, Message: message, Subject: "Amazon S3 Notification" }));
    };
  };

  return {
    requests,
    bucket: async () => {
      const name = `trail-${++names}`;
      await s3.send(new CreateBucketCommand({ Bucket: name }));
      return {
        name,
        putLog: (key: string, records: unknown[]) =>
          s3.send(new PutObjectCommand({ Bucket: name, Key: key, Body: gzipSync(logText(records)) })),
        put: (key: string, body: string) => s3.send(new PutObjectCommand({ Bucket: name, Key: key, Body: body })),
        remove: (key: string) => s3.send(new DeleteObjectCommand({ Bucket: name, Key: key })),
      };
    },
    queue: async (maxReceiveCount = 1_000): Promise<TestQueue> => {
      const name = `queue-${++names}`;
      await sqs.send(new CreateQueueCommand({ QueueName: `${name}-dead` }));
      const deadLetterTargetArn = `arn:aws:sqs:${REGION}:000000000000:${name}-dead`;
      const RedrivePolicy = JSON.stringify({ deadLetterTargetArn, maxReceiveCount });
      await sqs.send(new CreateQueueCommand({ QueueName: name, Attributes: { RedrivePolicy } }));
      return {
        url: urlOf(name),
        deadLetterUrl: urlOf(`${name}-dead`),
        publish: await subscribed(name, name, {}),
        publishRaw: await subscribed(`${name}-raw`, name, { RawMessageDelivery: "true" }),
        send: (body) => send(urlOf(name), body),
        count: async (url = urlOf(name)) => {
          const { shown, hidden } = await countsOf(url);
          return shown + hidden;
        },
        countShown: async () => (await countsOf(urlOf(name))).shown,
      };
    },
    close: async () => {
      await closeS3Client();
      await closeSqsClients();
      for (const client of [s3, sqs, sns]) client.destroy();
      server.server.closeAllConnections();
      await server.close();
    },
  };
}

/** What CloudTrail says of its files. */
export function cloudTrailMessage(bucket: string, ...keys: string[]): string {
  return JSON.stringify({ s3Bucket: bucket, s3ObjectKey: keys });
}

/** What S3 says of a new object. */
export function s3Message(bucket: string, key: string, eventName = "ObjectCreated:Put"): string {
  const encoded = key.split("/").map(encodeURIComponent).join("/").replaceAll("%20", "+");
  const s3 = { s3SchemaVersion: "1.0", bucket: { name: bucket }, object: { key: encoded, size: 1, sequencer: "0A" } };
  return JSON.stringify({ Records: [{ eventVersion: "2.1", eventSource: "aws:s3", eventName, s3 }] });
}

/** What EventBridge says of a new object. */
export function eventBridgeMessage(bucket: string, key: string): string {
  const detail = { bucket: { name: bucket }, object: { key, size: 1 }, reason: "PutObject" };
  return JSON.stringify({ version: "0", source: "aws.s3", "detail-type": "Object Created", detail });
}
