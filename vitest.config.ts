import { defineConfig } from "vitest/config";

const outside = ["node_modules/**", ".next/**", ".data/**", "e2e/**"];

export default defineConfig({
  test: {
    reporters: ["default"],
    projects: [
      {
        test: {
          name: "unit",
          include: ["**/*.test.ts", "**/*.test.tsx"],
          exclude: [...outside, "**/*.db.test.ts", "**/*.corpus.test.ts", "**/*.s3.test.ts"],
        },
      },
      {
        test: {
          name: "db",
          include: ["**/*.db.test.ts"],
          exclude: outside,
          globalSetup: "scripts/test-postgres.ts",
          setupFiles: "lib/db/testing/own-database.ts",
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      { test: { name: "corpus", include: ["**/*.corpus.test.ts"], exclude: outside } },
    ],
  },
});
