import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";

const SYSTEM = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/**
 * The browser for the end-to-end tests: Playwright's own where it is installed, else the system's, else Debian's
 * `chromium`, installed where this user may.
 * @returns its absolute path
 * @throws Error saying what to install
 */
export async function findBrowser(): Promise<string> {
  const known = [chromium.executablePath(), ...SYSTEM].find((file) => existsSync(file));
  if (known !== undefined) return known;
  const failure = installDebians();
  const installed = SYSTEM.find((file) => existsSync(file));
  if (installed !== undefined) return installed;
  throw new Error(
    `The end-to-end tests need a Chromium: run \`npx playwright install chromium\` or install your system's package (${failure}).`,
  );
}

/** @returns why it did not work, or an empty text */
function installDebians(): string {
  if (process.getuid?.() !== 0) return "it can't be installed from here without root";
  if (!existsSync("/usr/bin/apt-get")) return "there is no apt-get to install it with";
  console.log("Installing Debian's chromium for the end-to-end tests …");
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  for (const command of [["update"], ["install", "-y", "--no-install-recommends", "chromium"]]) {
    const { status, stderr } = spawnSync("apt-get", ["-qq", ...command], { env, encoding: "utf8" });
    if (status !== 0) return `apt-get ${command[0]}: ${stderr.trim().split("\n").at(-1) ?? status}`;
  }
  return "";
}
