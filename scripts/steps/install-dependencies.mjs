import { spawn } from "node:child_process";
import { access, constants, mkdir, readFile } from "node:fs/promises";
import path from "node:path";
import { Refusal } from "./refusal.mjs";
import { step } from "./step.mjs";

/**
 * Installs what package-lock.json names where node_modules holds something else, or nothing.
 * @param {string} root the project's folder
 */
export async function installDependencies(root) {
  await checkWritable(root);
  if (await isInstalled(root)) return;
  await step(
    "Packages",
    "installing what package-lock.json names",
    () => runNpm(root),
    () => "installed as package-lock.json says",
  );
  if (!(await isInstalled(root))) {
    throw new Refusal(
      "npm install ended well, yet node_modules isn't what package-lock.json says; delete node_modules and try again.",
    );
  }
}

/** @param {string} root */
async function checkWritable(root) {
  try {
    await access(root, constants.W_OK);
    // Others may pass through (Postgres as another user), but not look around.
    await mkdir(path.join(root, ".data"), { recursive: true, mode: 0o711 });
    await access(path.join(root, ".data"), constants.W_OK);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
    throw new Refusal(
      `The folder ${root} can't be written to (${code}): clone into a folder of your own, or get the right to write there.`,
    );
  }
}

/**
 * npm writes node_modules/.package-lock.json when it is done: what is there, in the lockfile's own form.
 * @param {string} root
 */
async function isInstalled(root) {
  const [wanted, present] = await Promise.all([
    packagesOf(path.join(root, "package-lock.json")),
    packagesOf(path.join(root, "node_modules", ".package-lock.json")).catch(() => ({})),
  ]);
  return Object.entries(wanted).every(
    // Optional packages are those of other platforms.
    ([place, { version, optional }]) => place === "" || optional === true || present[place]?.version === version,
  );
}

/**
 * @param {string} file
 * @returns {Promise<Record<string, { version?: string, optional?: boolean }>>}
 */
async function packagesOf(file) {
  return JSON.parse(await readFile(file, "utf8")).packages;
}

/** @param {string} root */
async function runNpm(root) {
  const npm = spawn(
    "npm",
    // Not `npm ci`: it refuses a lockfile without the entry of an optional package (another platform's binary) that a
    // registry doesn't have. What is installed is checked against the lockfile below, entry by entry.
    ["install", "--no-save", "--include=dev", "--include=optional", "--no-audit", "--no-fund", "--loglevel=error"],
    {
      cwd: root,
      stdio: ["ignore", "pipe", "pipe"],
      // Prisma's packages would download an engine that nothing here needs.
      env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_SKIP_POSTINSTALL_GENERATE: "1" },
    },
  );
  let output = "";
  for (const stream of [npm.stdout, npm.stderr]) stream.setEncoding("utf8").on("data", (text) => (output += text));
  const code = await new Promise((resolve) => {
    npm.on("error", (error) => resolve(error.message));
    npm.on("close", resolve);
  });
  if (code === 0) return;
  const said = output.split("\n").filter((line) => line.trim() !== "" && !line.includes("debug-0.log"));
  // npm says what went wrong first and ends with its usage.
  process.stderr.write(
    said
      .slice(0, 12)
      .map((line) => `  ${line}\n`)
      .join(""),
  );
  throw new Refusal(
    `The packages could not be installed (npm install: ${code}): see above, put it right and try again.`,
  );
}
