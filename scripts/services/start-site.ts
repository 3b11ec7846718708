import { startChild, type Child } from "#scripts/processes/child-process.ts";
import { Refusal } from "#scripts/steps/refusal.mjs";
import { printLine, step } from "#scripts/steps/step.mjs";
import { healthOf } from "./health-of.ts";

const NEXT = "node_modules/next/dist/bin/next";
const READY_LIMIT_MS = 60_000;
const POLL_MS = 100;

/** Where the site is, and how to call it in a browser. */
export type SiteAddress = { host: string; port: number; url: string };

export function siteAddress(host: string, port: number): SiteAddress {
  const name = host.includes(":") && !host.startsWith("[") ? `[${host}]` : host;
  return { host, port, url: `http://${name}:${port}` };
}

/** Says which process is gone that should be there, and what it said last. */
export function endedByItself(child: Child): Refusal {
  process.stderr.write(
    child
      .lastLines()
      .map((line) => `  ${line}\n`)
      .join(""),
  );
  return new Refusal(
    `The ${child.name} process ended by itself: its last lines are above, all of them in .data/logs/${child.name}.log.`,
  );
}

/** The sync's process. Its lines are shown as they come: they tell what is read. */
export function startWorker(logFolder: string): Child {
  return startChild({
    name: "worker",
    command: ["scripts/worker.ts"],
    variables: process.env,
    logFolder,
    onLine: (line) => printLine(`  worker      ${line}`),
  });
}

/**
 * The web's process, once it answers that it is well.
 * @param onStarted is told of it before it answers, so that it can be ended whatever happens
 * @throws Refusal when it ends, or doesn't become well in time
 */
export async function startWeb(
  { host, port, url }: SiteAddress,
  options: { logFolder: string; signal: AbortSignal; onStarted: (web: Child) => void },
): Promise<void> {
  const variables = { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" } as const;
  await step(
    "Web",
    "starting the web",
    async () => {
      const web = startChild({
        name: "web",
        command: [NEXT, "start", "-H", host, "-p", String(port)],
        variables,
        logFolder: options.logFolder,
      });
      options.onStarted(web);
      await untilWell(web, host, port, options.signal);
    },
    () => url,
  );
}

async function untilWell(web: Child, host: string, port: number, signal: AbortSignal): Promise<void> {
  const limit = Date.now() + READY_LIMIT_MS;
  for (;;) {
    signal.throwIfAborted();
    if (!web.isRunning()) throw endedByItself(web);
    const health = await healthOf(host, port);
    if (health.isWell) return;
    if (Date.now() > limit) {
      throw new Refusal(`The web does not become ready within ${READY_LIMIT_MS / 1000} s: ${health.reason}`);
    }
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}
