import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { runTool } from "#scripts/run-tool.ts";
import { Refusal } from "./refusal.mjs";
import { step } from "./step.mjs";

const SCHEMA = "prisma/schema.prisma";
const STAMP = "lib/db/generated/made-from";

/** Generates the Prisma client where the schema, or Prisma, is another than it was made from. */
export async function generateClient(): Promise<void> {
  const { version } = JSON.parse(await readFile("node_modules/prisma/package.json", "utf8")) as { version: string };
  const source = createHash("sha256")
    .update(version)
    .update(await readFile(SCHEMA))
    .digest("hex");
  if ((await readFile(STAMP, "utf8").catch(() => "")) === source) return;
  await step(
    "Client",
    "generating the Prisma client",
    async () => {
      // It never runs the engine that it would otherwise download: any executable will do.
      const variables = { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath };
      const { code, output } = await runTool(["prisma", "generate"], { variables });
      if (code !== 0) throw new Refusal(`prisma generate failed: ${output.trim().split("\n").slice(-5).join(" ")}`);
      await writeFile(path.resolve(STAMP), source);
    },
    () => `Prisma client ${version} generated`,
  );
}
