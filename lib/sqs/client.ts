import { SQSClient, type SQSClientConfig } from "@aws-sdk/client-sqs";
import { ANSWER_LIMIT_MS, CONNECT_LIMIT_MS } from "./limits.ts";
import { queueAddress } from "./queue-address.ts";

/** For servers that don't care, when neither the queue's URL nor the environment names a region. */
const ANY_REGION = "us-east-1";
const ATTEMPTS = 3;
const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

const clients = new Map<string, Promise<SQSClient>>();

/**
 * The process's client for a queue: the region is that of its URL, credentials come from the SDK's default chain. Every
 * request ends by itself: it is given up after a time-out and tried again a few times.
 */
export function sqsClient(queueUrl: string): Promise<SQSClient> {
  const known = clients.get(queueUrl);
  if (known) return known;
  const made = newClient(queueUrl);
  clients.set(queueUrl, made);
  return made;
}

/** Closes all connections; the next call of `sqsClient()` opens new ones, from the environment as it is then. */
export async function closeSqsClients(): Promise<void> {
  const current = [...clients.values()];
  clients.clear();
  for (const client of current) (await client).destroy();
}

async function newClient(queueUrl: string): Promise<SQSClient> {
  const { region, isStandardHost } = queueAddress(queueUrl);
  const config: SQSClientConfig = {
    ...(region === null ? {} : { region }),
    // By itself the SDK lets the host of the URL win over AWS_ENDPOINT_URL_SQS, and warns on the console of it.
    useQueueUrlAsEndpoint: !isStandardHost,
    logger: silent,
    retryMode: "standard",
    maxAttempts: ATTEMPTS,
    requestHandler: {
      connectionTimeout: CONNECT_LIMIT_MS,
      requestTimeout: ANSWER_LIMIT_MS,
      throwOnRequestTimeout: true,
    },
  };
  const client = new SQSClient(config);
  try {
    await client.config.region();
    return client;
  } catch {
    client.destroy();
    return new SQSClient({ ...config, region: ANY_REGION });
  }
}
