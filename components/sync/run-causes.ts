/** Why a pass ran. */
export const RUN_CAUSES: Record<string, string> = {
  start: "Start",
  schedule: "Schedule",
  request: "Asked for",
  command: "Command",
  queue: "Queue",
};
