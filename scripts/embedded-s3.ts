import type { IncomingHttpHeaders } from "node:http";
import { parseArgs } from "node:util";
import { buildApp } from "fauxqs";
import { refusalOf } from "./embedded-s3/refusal-of.ts";
import { s3Credentials } from "./embedded-s3/s3-credentials.ts";
import { readSampleTrail } from "./sample-trail/generate-sample-trail.ts";
import { TrailStore } from "./embedded-s3/trail-store.ts";

// A process of its own: serves a sample trail as a bucket, on loopback, read-only, to who has the keys (fauxqs itself takes
// any credentials and any request). Prints one line of JSON when it is ready.

const { values } = parseArgs({
  options: {
    folder: { type: "string", default: "" },
    bucket: { type: "string", default: "" },
    credentials: { type: "string", default: "" },
    port: { type: "string", default: "0" },
  },
});

const credentials = await s3Credentials(values.credentials);
const trail = await readSampleTrail(values.folder);
if (!trail) throw new Error(`There is no sample trail in ${values.folder}.`);
const store = new TrailStore(values.bucket, values.folder, trail.files);
// Only what reading calls is there; the rest of fauxqs' class isn't reached, as nothing but reading is let in.
const stores = { s3Store: store } as unknown as NonNullable<Parameters<typeof buildApp>[0]>["stores"];
const app = buildApp({ logger: false, stores });

app.addHook("onRequest", letIn);

const endpoint = await app.listen({ host: "127.0.0.1", port: Number(values.port) });
console.log(JSON.stringify({ endpoint, objects: store.size }));

for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => void app.close().then(() => process.exit(0)));

type Request = { method: string; originalUrl: string; headers: IncomingHttpHeaders };
type Reply = { status(code: number): Reply; type(mime: string): Reply; send(body: string): Reply };

async function letIn({ method, originalUrl: url, headers }: Request, reply: Reply): Promise<Reply | undefined> {
  const refusal = await refusalOf({ method, url, headers }, credentials, store);
  if (!refusal) return undefined;
  const { status, code, message } = refusal;
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${message}</Message></Error>`;
  return reply.status(status).type("application/xml").send(body);
}
