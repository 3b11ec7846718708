import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { constants, tmpdir } from "node:os";
import path from "node:path";
import { z } from "zod";
import { radosgwKit } from "./radosgw/radosgw-kit.ts";
import { startRadosgw, type S3User } from "./radosgw/start-radosgw.ts";

// The sync on a faithful S3 server: real signatures, policies, order of keys and short pages. Arguments choose test files.

const report = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  // A file that can't be loaded has no tests to fail.
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
});

/** More files than processors: they wait for faults to pass more than they work. */
const AT_ONCE = "--maxWorkers=3";

/** What lib/s3/assumed-role.s3.test.ts assumes. */
const READS_LOGS = { name: "reads-logs", trustedUser: "reader", actions: ["s3:ListBucket", "s3:GetObject"] };

// Ends the gateway on the way, whatever started so far.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.once(signal, () => process.exit(128 + constants.signals[signal]));
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.log("0 passed, 1 failed");
  process.exitCode = 1;
}

async function main(): Promise<number> {
  const owner = newUser("owner");
  const reader = newUser("reader");
  const kit = await timed("radosgw's packages", () => radosgwKit(path.resolve(".data", "radosgw-kit")));
  const server = await timed("radosgw", () => startRadosgw(kit, [owner, reader], [READS_LOGS]));
  const reports = mkdtempSync(path.join(tmpdir(), "astrolabe-tests-"));
  process.once("exit", () => rmSync(reports, { recursive: true, force: true }));
  try {
    const file = path.join(reports, "s3.json");
    const code = await vitest(file, {
      TEST_S3_ENDPOINT: server.endpoint,
      TEST_S3_OWNER: `${owner.accessKeyId}:${owner.secretAccessKey}`,
      TEST_S3_READER: `${reader.accessKeyId}:${reader.secretAccessKey}`,
    });
    const { passed, failed } = await counts(file);
    // Something outside any test, such as an unhandled rejection, counts as one.
    console.log(`${passed} passed, ${code !== 0 && failed === 0 ? 1 : failed} failed`);
    return code === 0 && failed === 0 && passed > 0 ? 0 : 1;
  } finally {
    server.stop();
  }
}

async function vitest(reportFile: string, variables: Record<string, string>): Promise<number> {
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${reportFile}`];
  const child = spawn(
    process.execPath,
    ["node_modules/vitest/vitest.mjs", "run", "--project", "s3", AT_ONCE, ...reporters, ...process.argv.slice(2)],
    { stdio: "inherit", env: { ...process.env, ...variables } },
  );
  const end = () => child.kill("SIGINT");
  process.once("exit", end);
  const code = await new Promise<number>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (status) => resolve(status ?? 1));
  });
  process.off("exit", end);
  return code;
}

async function counts(reportFile: string): Promise<{ passed: number; failed: number }> {
  const { numPassedTests, numFailedTests, numPendingTests, testResults } = report.parse(
    JSON.parse(await readFile(reportFile, "utf8")),
  );
  const unloadable = testResults.filter(
    ({ status, assertionResults }) => status === "failed" && assertionResults.length === 0,
  );
  // A test never skips; one that does has not shown what it is there for.
  return { passed: numPassedTests, failed: numFailedTests + numPendingTests + unloadable.length };
}

async function timed<T>(name: string, step: () => Promise<T>): Promise<T> {
  const started = performance.now();
  const result = await step();
  console.log(`${name}: ready after ${((performance.now() - started) / 1000).toFixed(1)} s`);
  return result;
}

function newUser(name: string): S3User {
  const accessKeyId = `TEST${randomBytes(8).toString("hex").toUpperCase()}`;
  return { name, accessKeyId, secretAccessKey: randomBytes(20).toString("hex") };
}
