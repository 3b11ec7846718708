import { Refusal } from "./refusal.mjs";

/** The machine's own Node only installs and starts the one that the lockfile brings. */
export function requireNode20() {
  if (Number.parseInt(process.versions.node, 10) >= 20) return;
  throw new Refusal(
    `This is Node ${process.versions.node}; Astrolabe needs Node 20 or newer to start. Install it from https://nodejs.org.`,
  );
}
