import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { z } from "zod";
import { findBrowser } from "./setup/chromium.ts";
import { buildApp } from "./steps/build-app.ts";
import { runTool } from "./run-tool.ts";
import { runVitest, type TestCounts } from "./run-vitest.ts";

// Every test there is: unit, architecture and database tests, then the built app, as `npm start` runs it and in a real
// browser. `npm test -- unit` (or db, site, e2e) runs a part.

const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
  errors: z.array(z.unknown()),
});

const [chosen] = process.argv.slice(2);
const stages: Record<string, () => Promise<TestCounts>> = {
  unit: () => runVitest("unit"),
  db: () => runVitest("db"),
  site: async () => {
    await buildApp();
    return runVitest("site");
  },
  e2e,
};

const total = { passed: 0, failed: 0 };
for (const [name, run] of Object.entries(stages).filter(([name]) => !chosen || name === chosen)) {
  const started = performance.now();
  const counts = await run().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    return { passed: 0, failed: 1 };
  });
  total.passed += counts.passed;
  total.failed += counts.failed;
  const seconds = Math.round((performance.now() - started) / 1000);
  console.log(`${name}: ${counts.passed} passed, ${counts.failed} failed in ${seconds} s\n`);
}
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;

async function e2e(): Promise<TestCounts> {
  const browser = await findBrowser();
  await buildApp();
  const folder = await mkdtemp(path.join(tmpdir(), "astrolabe-e2e-"));
  try {
    const file = path.join(folder, "report.json");
    const { code } = await runTool(["@playwright/test", "test", "--reporter=list,json"], {
      isShown: true,
      variables: { E2E_BROWSER: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: file },
    });
    const { stats, errors } = playwrightReport.parse(JSON.parse(await readFile(file, "utf8")));
    const failed = stats.unexpected + stats.flaky + stats.skipped + errors.length;
    return { passed: stats.expected, failed: code !== 0 && failed === 0 ? 1 : failed };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
