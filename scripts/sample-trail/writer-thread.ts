import { parentPort, workerData } from "node:worker_threads";
import { writeLogFiles } from "./write-log-files.ts";

const { folder, share, shares } = workerData as { folder: string; share: number; shares: number };
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window
parentPort?.postMessage(writeLogFiles(folder, share, shares));
