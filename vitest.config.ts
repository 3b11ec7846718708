import { defineConfig } from "vitest/config";
import { LongestFirst } from "./scripts/longest-first.ts";

const outside = ["node_modules/**", ".next/**", ".data/**", "e2e/**"];

/** One Postgres for the run, a migrated database of its own for each file. */
const onPostgres = {
  exclude: outside,
  globalSetup: "scripts/test-postgres.ts",
  setupFiles: "lib/db/testing/own-database.ts",
  // No test is a stopwatch: the limits only end what hangs, on a slow and busy machine too.
  testTimeout: 180_000,
  hookTimeout: 180_000,
};

export default defineConfig({
  test: {
    reporters: ["default"],
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: "unit",
          include: ["**/*.test.ts", "**/*.test.tsx"],
          // Property tests on a busy machine: no test is a stopwatch.
          testTimeout: 60_000,
          // Vitest would leave one of two cores to itself.
          maxWorkers: 2,
          exclude: [...outside, "**/*.db.test.ts", "**/*.corpus.test.ts", "**/*.s3.test.ts", "**/*.site.test.ts"],
        },
      },
      // Each file has a database of its own, and much of its time is waited.
      { test: { name: "db", include: ["**/*.db.test.ts"], ...onPostgres, maxWorkers: 3 } },
      { test: { name: "s3", include: ["**/*.s3.test.ts"], ...onPostgres, maxWorkers: 2 } },
      // The built site as `npm start` runs it, and the whole of the sample that it begins with.
      {
        test: {
          name: "site",
          include: ["**/*.site.test.ts"],
          exclude: outside,
          testTimeout: 300_000,
          hookTimeout: 120_000,
        },
      },
      { test: { name: "corpus", include: ["**/*.corpus.test.ts"], exclude: outside } },
    ],
  },
});
