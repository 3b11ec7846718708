import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { z } from "zod";
import { runTool } from "./run-tool.ts";

export type TestCounts = { passed: number; failed: number };

const report = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  // A test that is skipped proves nothing, so it counts as failed.
  numPendingTests: z.number(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
});

/** Runs a Vitest project, shown as it goes, and counts. `files` chooses test files. */
export async function runVitest(
  project: string,
  options: { files?: string[]; variables?: Record<string, string> } = {},
): Promise<TestCounts> {
  const folder = await mkdtemp(path.join(tmpdir(), "astrolabe-vitest-"));
  try {
    const file = path.join(folder, "report.json");
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
    const { code } = await runTool(["vitest", "run", "--project", project, ...(options.files ?? []), ...reporters], {
      isShown: true,
      variables: options.variables,
    });
    const { numPassedTests, numFailedTests, numPendingTests, testResults } = report.parse(
      JSON.parse(await readFile(file, "utf8")),
    );
    // A file that can't be loaded has no tests to fail.
    const unloadable = testResults.filter(
      ({ status, assertionResults }) => status === "failed" && assertionResults.length === 0,
    );
    const failed = numFailedTests + numPendingTests + unloadable.length;
    // Something outside any test, such as an unhandled rejection, counts as one.
    return { passed: numPassedTests, failed: code !== 0 && failed === 0 ? 1 : failed };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
