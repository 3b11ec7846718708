import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { parentPort, workerData } from "node:worker_threads";
import { gunzipSync } from "node:zlib";

const { files, next } = workerData as { files: string[]; next: SharedArrayBuffer };
const counter = new Int32Array(next);
let bytes = 0;
for (let file = files[Atomics.add(counter, 0, 1)]; file !== undefined; file = files[Atomics.add(counter, 0, 1)]) {
  const content = gunzipSync(readFileSync(file));
  createHash("sha256").update(content).digest("hex");
  bytes += content.length;
}
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window
parentPort?.postMessage(bytes);
