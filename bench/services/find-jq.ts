import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

/**
 * Makes sure that there is a `jq`: the one on the PATH, else Debian's, installed where this user may.
 * @returns why there is none, or null
 */
export function findJq(): string | null {
  if (runs()) return null;
  if (process.getuid?.() !== 0) return "jq isn't installed, and only root could do it from here";
  if (!existsSync("/usr/bin/apt-get")) return "jq isn't installed, and there is no apt-get to do it with";
  console.error("Installing Debian's jq …");
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  for (const command of [["update"], ["install", "-y", "--no-install-recommends", "jq"]]) {
    const { status, stderr } = spawnSync("apt-get", ["-qq", ...command], { env, encoding: "utf8" });
    if (status !== 0) return `jq can't be installed: apt-get ${stderr.trim().split("\n").at(-1) ?? command[0]}`;
  }
  return runs() ? null : "jq was installed and doesn't run";
}

const runs = () => spawnSync("jq", ["--version"]).status === 0;
