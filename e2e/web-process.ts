import { createServer, type AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { startChild, type Child } from "#scripts/processes/child-process.ts";

const LIMIT_MS = 300_000;

export type WebProcess = { url: string; child: Child };

/** The built web on a port, as `npm start` runs it, once it answers. */
export async function startWeb(options: {
  databaseUrl: string;
  port: number;
  logFolder: string;
  variables?: Record<string, string>;
}): Promise<WebProcess> {
  const { databaseUrl, port, logFolder } = options;
  const variables = { ...process.env, ...options.variables, ...webVariables(databaseUrl, port) };
  const command = ["node_modules/next/dist/bin/next", "start", "--hostname", "127.0.0.1", "--port", String(port)];
  const child = startChild({ name: "web", command, variables, logFolder });
  const url = `http://127.0.0.1:${port}`;
  try {
    await until(
      "the web's answer",
      child,
      async () => (await fetch(`${url}/api/health`).catch(() => null))?.ok === true,
    );
    return { url, child };
  } catch (error) {
    child.kill();
    throw error;
  }
}

/** What web and worker of a site are told. */
export function webVariables(databaseUrl: string, port: number) {
  return {
    DATABASE_URL: databaseUrl,
    HOST: "127.0.0.1",
    PORT: String(port),
    SYNC_INTERVAL_MINUTES: "60",
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
  } as const;
}

/** Waits for something that a process does, for as long as it runs. */
export async function until(what: string, child: Child, isTrue: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + LIMIT_MS; Date.now() < end; await sleep(250)) {
    if (!child.isRunning()) throw new Error(`The ${child.name} ended: ${child.lastLines().join(" | ")}`);
    if (await isTrue()) return;
  }
  throw new Error(`Waited ${LIMIT_MS / 1000} s in vain for ${what}.`);
}

/** A port of this machine that nothing listens on. */
export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
