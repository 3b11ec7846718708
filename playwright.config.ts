import { defineConfig } from "@playwright/test";
import { findBrowser } from "#scripts/setup/chromium.ts";

// Found once, by `npm test` or here; the test processes inherit it.
const executablePath = (process.env.E2E_BROWSER ??= await findBrowser());

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
  use: {
    browserName: "chromium",
    viewport: { width: 1440, height: 900 },
    locale: "en-GB",
    timezoneId: "Europe/Berlin",
    launchOptions: {
      executablePath,
      // Chromium's sandbox needs a user other than root.
      args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
    },
    screenshot: "only-on-failure",
  },
});
