import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { startChild } from "#scripts/processes/child-process.ts";
import { Refusal } from "./refusal.mjs";
import { step } from "./step.mjs";

const FOLDERS = ["app", "components", "lib", "public", "prisma"];
const NOT_BUILT = /(\.test\.tsx?|\.md|\.sql)$|\/testing\//;
const ROOT_FILE = /^(next\.config|postcss\.config|proxy|instrumentation|tsconfig|package-lock)\b.*\.(js|json|mjs|ts)$/;
const STAMP = ".next/built-from";
/** The last thing that a build writes. */
const BUILT = ".next/BUILD_ID";
const NEXT = "node_modules/next/dist/bin/next";

/**
 * Builds the web for production, unless `.next` was built from what is here now.
 * @throws Refusal after printing what the build said last.
 */
export async function buildApp(signal?: AbortSignal): Promise<void> {
  const source = await hashOfSources();
  if ((await readFile(STAMP, "utf8").catch(() => "")) === source) return;
  await step(
    "Build",
    "building the web pages",
    async () => {
      await rm(STAMP, { force: true });
      await rm(BUILT, { force: true });
      await runBuild(signal);
      await writeFile(STAMP, source);
    },
    () => "web pages built for production",
  );
}

async function runBuild(signal?: AbortSignal): Promise<void> {
  const variables = { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" } as const;
  const child = startChild({
    name: "build",
    command: [NEXT, "build"],
    variables,
    logFolder: ".data/logs",
    mostLines: 40,
  });
  const abort = () => void child.stop(2_000);
  signal?.addEventListener("abort", abort);
  const { code } = await child.ended;
  signal?.removeEventListener("abort", abort);
  signal?.throwIfAborted();
  // Seen on a machine short of CPU: a build that gave up on collecting page data and still ended with 0.
  if (code === 0 && existsSync(BUILT)) return;
  process.stderr.write(
    child
      .lastLines()
      .map((line) => `  ${line}\n`)
      .join(""),
  );
  throw new Refusal("The web pages could not be built: see above, and all of it in .data/logs/build.log.");
}

/** Content, not times: a fresh checkout of the same commit is the same. */
async function hashOfSources(): Promise<string> {
  const rootFiles = (await readdir(".")).filter((name) => ROOT_FILE.test(name));
  const nested = await Promise.all(FOLDERS.map(filesUnder));
  const hash = createHash("sha256").update(process.version);
  for (const file of [...rootFiles, ...nested.flat()].toSorted()) {
    hash.update(`\0${file}\0`).update(await readFile(file));
  }
  return hash.digest("hex");
}

async function filesUnder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.posix.join(entry.parentPath, entry.name))
    .filter((file) => !NOT_BUILT.test(file) && !/^lib\/\w+\/generated\//.test(file));
}
