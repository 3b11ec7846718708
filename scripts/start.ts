import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { inspect } from "node:util";
import { EnvError, parseEnv } from "#lib/env.ts";
import type { Child } from "./processes/child-process.ts";
import { provideServices } from "./services/provide-services.ts";
import type { Provided } from "./services/provided.ts";
import { claim, drop, update } from "./services/service-record.ts";
import { endedByItself, siteAddress, startWeb, startWorker } from "./services/start-site.ts";
import { StopRequested, stopRequest, untilAborted } from "./services/stop-request.ts";
import { buildApp } from "./steps/build-app.ts";
import { checkHost } from "./steps/check-host.ts";
import { checkPort } from "./steps/check-port.ts";
import { loadEnvFile } from "./steps/load-env-file.ts";
import { printFailure, Refusal } from "./steps/refusal.mjs";
import { step } from "./steps/step.mjs";

// Under Node 24 by start.mjs: everything that a site needs, in order; and, when asked to stop, its end in the other order.

const COMMAND = "npm start";
const LOGS = path.resolve(".data/logs");
const WEB_LIMIT_MS = 10_000;
const WORKER_LIMIT_MS = 20_000;

/** What is to be ended, in the order in which it was started. */
const running: { name: string; end(): Promise<void>; kill(): void }[] = [];
const signal = stopRequest(() => running.forEach((part) => part.kill()));

try {
  await main();
} catch (error) {
  if (!(error instanceof StopRequested)) fail(error);
}
for (const part of running.toReversed()) {
  // One that can't be ended doesn't keep the others from it.
  try {
    await part.end();
  } catch (error) {
    fail(error);
  }
}
process.disconnect?.();

async function main(): Promise<void> {
  loadEnvFile();
  const settings = parseEnv({ ...process.env, DATABASE_URL: process.env.DATABASE_URL || "postgres://embedded" });
  checkHost(settings.host, settings.allowNoSignIn);
  const address = siteAddress(settings.host, settings.port);
  await claimFolder();
  await checkPort(settings.host, settings.port);
  await provideServices({ command: COMMAND, mustOwn: true }, signal, addPart);
  await buildApp(signal);

  const worker = await step(
    "Worker",
    "starting the sync",
    () => Promise.resolve(startWorker(LOGS)),
    () => `syncs now, then every ${settings.syncIntervalMinutes} minutes`,
  );
  addChild("Worker", worker, WORKER_LIMIT_MS);
  const children: Child[] = [worker];
  await startWeb(address, {
    logFolder: LOGS,
    signal,
    onStarted: (web) => {
      children.push(web);
      addChild("Web", web, WEB_LIMIT_MS);
    },
  });
  await update("start", COMMAND, { details: { url: address.url } });
  if (children.every((child) => child.isRunning())) {
    console.log(`\n  Astrolabe is ready: ${address.url}\n  Ctrl-C stops it.\n`);
  }
  const ended = await Promise.race([untilAborted(signal), ...children.map((child) => child.ended.then(() => child))]);
  if (ended) throw endedByItself(ended);
}

/** One site a folder. */
async function claimFolder(): Promise<void> {
  const other = await claim("start", COMMAND);
  if (other) {
    const { url } = (other.details ?? {}) as { url?: string };
    throw new Refusal(
      `Astrolabe runs in this folder already (process ${other.owner})${url ? `: open ${url}, or end it first` : "; end it first"}.`,
    );
  }
  const end = () => drop("start");
  running.push({ name: "start", end, kill: () => void end() });
}

function addPart(part: Provided): void {
  if (!part.isOwner) return;
  running.push({
    name: part.name,
    end: () => ending(part.name, () => part.release({ now: true })),
    kill: () => part.kill(),
  });
}

function addChild(name: string, child: Child, limitMs: number): void {
  running.push({ name, end: () => ending(name, () => child.stop(limitMs)), kill: () => child.kill() });
}

function ending(name: string, work: () => Promise<void>): Promise<void> {
  return step(name, "stopping", work, () => "stopped");
}

function fail(error: unknown): void {
  printFailure(error);
  process.exitCode = 1;
  if (error instanceof Refusal || error instanceof EnvError) return;
  mkdirSync(LOGS, { recursive: true });
  writeFileSync(path.join(LOGS, "start.log"), inspect(error));
}
