import type { IncomingHttpHeaders } from "node:http";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { getObject } from "./get-object.ts";
import { listFolders } from "./list-folders.ts";
import { listObjects } from "./list-objects.ts";
import { type Handler, type S3StandIn, s3StandIn, sendEmptyList, sendS3Error } from "./testing/s3-stand-in.ts";

let standIn: S3StandIn;
let seen: { region: string; payer: IncomingHttpHeaders[string] }[] = [];
let handle: Handler = (_request, response) => sendEmptyList(response);

beforeAll(async () => {
  standIn = await s3StandIn((request, response, body) => {
    const [, region = ""] = /Credential=[^/]+\/\d+\/([^/]+)\//.exec(request.headers.authorization ?? "") ?? [];
    seen.push({ region, payer: request.headers["x-amz-request-payer"] });
    handle(request, response, body);
  });
});
afterAll(() => standIn.close());
beforeEach(() => {
  seen = [];
  handle = (_request, response) => sendEmptyList(response);
});
const regions = () => seen.map(({ region }) => region);

async function drain(chunks: AsyncIterable<unknown>): Promise<void> {
  for await (const _ of chunks);
}

describe("a bucket that lies elsewhere", () => {
  it.each([
    ["a redirect", 301, "PermanentRedirect", { "x-amz-bucket-region": "eu-west-1" }, ""],
    ["a wrong signature's region", 400, "AuthorizationHeaderMalformed", {}, "<Region>eu-west-1</Region>"],
  ])("is asked there from then on, after %s", async (_, status, code, headers, more) => {
    handle = (request, response) =>
      request.headers.authorization?.includes("/eu-west-1/")
        ? sendEmptyList(response)
        : sendS3Error(response, status, code, headers, more);
    const place = { bucket: `elsewhere-${status}` };
    await listFolders(place, "");
    expect(regions()).toEqual(["us-east-1", "eu-west-1"]);
    await Promise.all([listFolders(place, "a/"), listFolders(place, "b/"), drain(listObjects(place, ""))]);
    expect(regions().slice(2)).toEqual(["eu-west-1", "eu-west-1", "eu-west-1"]);
  });

  it("is asked there at once when its region is given", async () => {
    await listFolders({ bucket: "known", region: "ap-south-2" }, "");
    expect(regions()).toEqual(["ap-south-2"]);
  });

  it("that sends everybody elsewhere ends with a sentence", async () => {
    let turns = 0;
    handle = (_request, response) =>
      sendS3Error(response, 301, "PermanentRedirect", { "x-amz-bucket-region": `eu-west-${(turns++ % 2) + 1}` });
    await expect(listFolders({ bucket: "round" }, "")).rejects.toThrow(/S3 answered 301 PermanentRedirect/);
    expect(turns).toBe(2);
  });
});

describe("who pays", () => {
  it("is said with each request, and only where it was asked for", async () => {
    handle = (request, response) => {
      if (request.url?.includes("list-type")) return sendEmptyList(response);
      response.writeHead(200, { "content-length": 1 });
      response.end("x");
    };
    const file = { key: "k", etag: "e" };
    for (const place of [{ bucket: "b", isRequesterPays: true }, { bucket: "b" }]) {
      await listFolders(place, "");
      await drain(listObjects(place, ""));
      await drain(getObject({ ...place, ...file }));
    }
    const nobody = undefined;
    expect(seen.map(({ payer }) => payer)).toEqual(["requester", "requester", "requester", nobody, nobody, nobody]);
  });
});

describe("a refusal", () => {
  it.each([
    [{ region: "cn-north-1" }, "arn:aws-cn:s3:::b"],
    [{ region: "us-gov-west-1" }, "arn:aws-us-gov:s3:::b"],
    [{}, "arn:aws:s3:::b"],
  ])("names ARNs of the bucket's part of AWS: %o", async (access, arn) => {
    handle = (_request, response) => sendS3Error(response, 403, "AccessDenied");
    await expect(listFolders({ bucket: "b", ...access }, "p/")).rejects.toThrow(`s3:ListBucket on ${arn} (with`);
    const get = drain(getObject({ bucket: "b", key: "p/AWSLogs/1/x", etag: "e", ...access }));
    await expect(get).rejects.toThrow(`s3:GetObject on ${arn}/p/*`);
    expect(seen).toHaveLength(2);
  });
});

describe("requests to slow down", () => {
  it("are told of, each of them, though the SDK gets over them", async () => {
    const faults = ["SlowDown", "ServiceUnavailable"];
    handle = (_request, response) => {
      const code = faults.pop();
      if (code !== undefined) return sendS3Error(response, 503, code);
      response.writeHead(200, { "content-length": 1 });
      response.end("x");
    };
    let told = 0;
    await drain(getObject({ bucket: "b", key: "k", etag: "e" }, { onSlowDown: () => told++ }));
    expect(told).toBe(2);
    handle = (_request, response) => sendS3Error(response, 403, "AccessDenied");
    await expect(drain(getObject({ bucket: "b", key: "k", etag: "e" }, { onSlowDown: () => told++ }))).rejects.toThrow(
      "s3:GetObject",
    );
    expect(told).toBe(2);
  });
});
