import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import path from "node:path";

export type ToolResult = { code: number; output: string };

/**
 * Runs a tool of node_modules by this Node, whatever the PATH has.
 * @param arguments_ the tool's package, then its arguments; the package's only (or equally named) binary is run
 * @param options.isShown the output goes to the terminal as it comes, not into the result
 */
export function runTool(
  [tool = "", ...arguments_]: string[],
  options: { isShown?: boolean; variables?: Record<string, string> } = {},
): Promise<ToolResult> {
  const child = spawn(process.execPath, [binaryOf(tool), ...arguments_], {
    stdio: options.isShown ? "inherit" : ["ignore", "pipe", "pipe"],
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", ...options.variables },
  });
  return new Promise((resolve, reject) => {
    let output = "";
    child.stdout?.setEncoding("utf8").on("data", (text: string) => (output += text));
    child.stderr?.setEncoding("utf8").on("data", (text: string) => (output += text));
    child.on("error", reject);
    child.on("close", (code, signal) => resolve({ code: code ?? (signal ? 1 : 0), output }));
  });
}

function binaryOf(tool: string): string {
  const manifest = path.resolve("node_modules", tool, "package.json");
  const { bin } = createRequire(import.meta.url)(manifest) as { bin: string | Record<string, string> };
  const file = typeof bin === "string" ? bin : (bin[tool] ?? Object.values(bin)[0]);
  return path.join(path.dirname(manifest), file ?? "");
}
