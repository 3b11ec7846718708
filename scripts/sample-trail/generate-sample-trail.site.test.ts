import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { generateSampleTrail, SAMPLE_VERSION } from "./generate-sample-trail.ts";

test("the trail is written whole, and left alone while its version is right", { timeout: 300_000 }, async () => {
  const parent = await mkdtemp(path.join(tmpdir(), "astrolabe-sample-"));
  const folder = path.join(parent, "trail");
  try {
    // A folder of an older version, and what a killed run left.
    await writeFile(path.join(parent, "trail.1.unfinished"), "");
    const made = await generateSampleTrail(folder);
    expect(made).toMatchObject({ version: SAMPLE_VERSION, isNew: true });
    const entries = await readdir(folder, { recursive: true });
    const files = entries.filter((entry) => entry.endsWith(".gz"));
    expect(files.toSorted()).toEqual(made.files.map(({ key }) => key).toSorted());
    expect(files.filter((file) => file.includes("CloudTrail-Digest")).length).toBeGreaterThan(2);
    const body = gunzipSync(await readFile(path.join(folder, files.find((file) => !file.includes("Digest")) ?? "")));
    expect(Object.keys(JSON.parse(body.toString()) as object)).toEqual(["Records"]);

    await rm(path.join(folder, "AWSLogs"), { recursive: true });
    expect(await generateSampleTrail(folder)).toMatchObject({ isNew: false, records: made.records });
    expect(await readdir(parent)).toEqual(["trail"]);
  } finally {
    await rm(parent, { recursive: true, force: true });
  }
});
