import { existsSync } from "node:fs";
import { loadEnvFile as load } from "node:process";

/** Reads `.env`, where there is one; what the environment sets already stays as it is. */
export function loadEnvFile(file = ".env"): void {
  if (existsSync(file)) load(file);
}
