import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { constants } from "node:os";
import path from "node:path";
import { Refusal } from "./refusal.mjs";

const GROUP_LIMIT_MS = 5_000;

/**
 * Runs a script of the project under the Node 24 that the lockfile brings, in a process group of its own: Ctrl-C
 * reaches it as one message from here, so that it can end its children in order, and none of them outlives it.
 * @param {string} root the project's folder
 * @param {string[]} command the script and its arguments
 * @returns {Promise<number>} its exit code
 */
export async function runInNode24(root, command) {
  const child = spawn(nodeOf(root), command, {
    cwd: root,
    stdio: ["inherit", "inherit", "inherit", "ipc"],
    detached: true,
    env: {
      ...process.env,
      // Threads and processes start in half the time when what they run needn't be compiled again.
      NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? path.join(root, "node_modules", ".cache", "node"),
      PATH: `${path.join(root, "node_modules", ".bin")}${path.delimiter}${process.env.PATH ?? ""}`,
    },
  });
  // It leaves by itself when this process is gone: its end of the channel closes.
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
    process.on(signal, () => {
      clearInterval(watch);
      child.kill(signal === "SIGHUP" ? "SIGTERM" : signal);
    });
  }
  const watch = watchNpm(() => child.kill("SIGTERM"));
  const code = await new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (exitCode, signal) => resolve(exitCode ?? 128 + (signal ? constants.signals[signal] : 0)));
  });
  clearInterval(watch);
  await endGroup(child.pid ?? 0);
  return code;
}

/**
 * npm hands a SIGTERM to the shell between it and us, and some shells die of it without a word: then our parent changes.
 * @param {() => void} onGone
 */
function watchNpm(onGone) {
  const parent = process.ppid;
  const isByNpm = process.env.npm_lifecycle_event !== undefined;
  const watch = setInterval(() => {
    if (!isByNpm || process.ppid === parent) return;
    clearInterval(watch);
    onGone();
  }, 300);
  return watch.unref();
}

/** @param {string} root */
function nodeOf(root) {
  const installed = path.join(root, "node_modules", ".bin", "node");
  if (existsSync(installed)) return installed;
  if (Number.parseInt(process.versions.node, 10) >= 24) return process.execPath;
  throw new Refusal(
    `There is no Node 24 from npm for ${process.platform} ${process.arch}; install Node 24 and try again.`,
  );
}

/**
 * Ends what is left of a group whose leader is gone (killed, say, before it could end its children).
 * @param {number} group
 */
async function endGroup(group) {
  const limit = Date.now() + GROUP_LIMIT_MS;
  for (let isFirst = true; signalGroup(group, isFirst ? "SIGTERM" : 0); isFirst = false) {
    if (Date.now() > limit) {
      signalGroup(group, "SIGKILL");
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/**
 * @param {number} group
 * @param {NodeJS.Signals | 0} signal
 */
function signalGroup(group, signal) {
  try {
    process.kill(-group, signal);
    return true;
  } catch {
    return false;
  }
}
