import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

/**
 * Makes sure that there is a program: the one on the PATH, else Debian's, installed where this user may.
 * @returns why there is none, or null
 */
export function findProgram(program: string, debianPackage = program): string | null {
  const runs = () => spawnSync(program, ["--version"]).status === 0;
  const where = debianPackage === program ? "" : ` (Debian's package ${debianPackage} has it)`;
  if (runs()) return null;
  if (process.getuid?.() !== 0) return `${program} isn't installed${where}, and only root could do it from here`;
  if (!existsSync("/usr/bin/apt-get"))
    return `${program} isn't installed${where}, and there is no apt-get to do it with`;
  console.error(`Installing Debian's ${debianPackage} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  for (const command of [["update"], ["install", "-y", "--no-install-recommends", debianPackage]]) {
    const { status, stderr } = spawnSync("apt-get", ["-qq", ...command], { env, encoding: "utf8" });
    if (status !== 0) return `${program} can't be installed: apt-get ${stderr.trim().split("\n").at(-1) ?? command[0]}`;
  }
  return runs() ? null : `${program} was installed and doesn't run`;
}
