import { defineConfig } from "@playwright/test";
import { findBrowser } from "#scripts/setup/chromium.ts";

// Found once, by `npm test` or here; the test processes inherit it.
const executablePath = (process.env.E2E_BROWSER ??= await findBrowser());

const LONG = ["**/million.spec.ts", "**/agreement.spec.ts", "**/hostile.spec.ts"];

export default defineConfig({
  testDir: "e2e",
  testMatch: "**/*.spec.ts",
  outputDir: "test-results",
  globalSetup: "./e2e/sites-setup.ts",
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  retries: 0,
  // No test is a stopwatch: the limits only end what hangs, on a slow and busy machine too.
  timeout: 180_000,
  expect: { timeout: 45_000 },
  // What takes longest begins first, so that nothing is left for the end that only one of them can do.
  projects: [
    { name: "long", testMatch: LONG },
    { name: "rest", testIgnore: LONG },
  ],
  use: {
    browserName: "chromium",
    viewport: { width: 1440, height: 900 },
    locale: "en-GB",
    timezoneId: "Europe/Berlin",
    launchOptions: {
      executablePath,
      // Chromium's sandbox needs a user other than root; what stands in for a graphics card is slower than none.
      args: [...(process.getuid?.() === 0 ? ["--no-sandbox"] : []), "--disable-gpu"],
    },
    screenshot: "only-on-failure",
  },
});
