import { readFileSync } from "node:fs";

/** The kernel keeps the highest mark itself: only what is added in the last moment is missed. */
const LOOK_MS = 25;

/** Follows how much memory a process has had at once, until `end`. */
export function peakMemory(pid: number): { end(): number | null } {
  let peak: number | null = null;
  const look = () => (peak = highestMark(pid) ?? peak);
  const timer = setInterval(look, LOOK_MS);
  look();
  return {
    end: () => {
      clearInterval(timer);
      return peak;
    },
  };
}

function highestMark(pid: number): number | null {
  try {
    const [, kibibytes] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
    return kibibytes === undefined ? null : Number(kibibytes) * 1024;
  } catch {
    // The process is gone, or the system has no such file.
    return null;
  }
}
