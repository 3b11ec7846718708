import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { runTool } from "#scripts/run-tool.ts";
import { Refusal } from "./refusal.mjs";
import { step } from "./step.mjs";

const SOURCES = "lib/cloudtrail/assembly";
const MODULE = "lib/cloudtrail/generated/record-scan.ts";
const OPTIONS = ["-O3", "--noAssert", "--runtime", "stub", "--enable", "simd", "--initialMemory", "160"];

/** Compiles the record scanner to WebAssembly where its source, or the compiler, is another than it was made from. */
export async function compileScanner(): Promise<void> {
  const { version } = JSON.parse(await readFile("node_modules/assemblyscript/package.json", "utf8")) as {
    version: string;
  };
  const source = createHash("sha256").update(version).update(OPTIONS.join(" "));
  for (const file of (await readdir(SOURCES)).toSorted()) source.update(await readFile(path.join(SOURCES, file)));
  const stamp = `// Made from ${source.digest("hex")}`;
  if ((await readFile(MODULE, "utf8").catch(() => "")).startsWith(stamp)) return;
  await step(
    "Scanner",
    "compiling the record scanner",
    async () => {
      const wasm = await compile();
      await mkdir(path.dirname(MODULE), { recursive: true });
      // A module like any other, so that every tool finds it and nothing reads files at run time.
      // Written beside and renamed: another command may want it meanwhile.
      const unfinished = `${MODULE}.${process.pid}`;
      await writeFile(unfinished, `${stamp}\nexport const RECORD_SCAN = "${wasm.toString("base64")}";\n`);
      await rename(unfinished, MODULE);
    },
    () => `AssemblyScript ${version} compiled it to WebAssembly`,
  );
}

async function compile(): Promise<Buffer> {
  const folder = await mkdtemp(path.join(tmpdir(), "astrolabe-scanner-"));
  try {
    const file = path.join(folder, "record-scan.wasm");
    const { code, output } = await runTool(["assemblyscript", `${SOURCES}/record-scan.ts`, "-o", file, ...OPTIONS]);
    if (code !== 0) throw new Refusal(`The record scanner could not be compiled: ${output.trim()}`);
    return await readFile(file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
