import { availableParallelism, cpus, loadavg, totalmem, type } from "node:os";
import { z } from "zod";

export const machineSchema = z.object({
  cores: z.number(),
  cpu: z.string(),
  memoryGib: z.number(),
  system: z.string(),
  node: z.string(),
  postgres: z.string(),
  /** Of the minute before the first measurement, in processes that wanted to run; null where the system doesn't say. */
  loadAtStart: z.number().nullable(),
});

/** Where figures were taken. */
export type Machine = z.infer<typeof machineSchema>;

/** This machine, as it is now. */
export function thisMachine(postgres: string): Machine {
  const [load = 0] = loadavg();
  return {
    cores: availableParallelism(),
    cpu: cpus()[0]?.model.trim() || "unknown",
    memoryGib: Math.round(totalmem() / 1024 ** 3),
    system: `${type()} ${process.arch}`,
    node: process.versions.node,
    postgres,
    // Windows has no such number and says 0.
    loadAtStart: process.platform === "win32" ? null : Number(load.toFixed(2)),
  };
}

/** The machine in a sentence or two, with a warning when others used it. */
export function machineText(machine: Machine): string {
  const { cores, cpu, memoryGib, system, node, postgres, loadAtStart } = machine;
  const text = `${cores} × ${cpu}, ${memoryGib} GiB, ${system}; Node ${node}, Postgres ${postgres}; load at the start ${loadAtStart ?? "unknown"}.`;
  return isBusy(machine) ? `${text} The machine was busy with other work: take no figure of this run for final.` : text;
}

/** Whether others had more than half of it. */
export const isBusy = ({ cores, loadAtStart }: Machine): boolean => loadAtStart !== null && loadAtStart > cores / 2;
