import { PassThrough } from "node:stream";
import { afterAll, expect, test } from "vitest";
import { printLine, printStepsTo, step } from "./step.mjs";

function capture(isTTY: boolean): () => string {
  const stream = Object.assign(new PassThrough(), { isTTY });
  printStepsTo(stream as unknown as NodeJS.WriteStream);
  return () => String(stream.read() ?? "");
}
afterAll(() => printStepsTo(process.stdout));

test("a step is one line: name, what was done, how long it took", async () => {
  const read = capture(false);
  expect(
    await step(
      "Database",
      "starting",
      () => Promise.resolve(5),
      (port) => `on port ${port}`,
    ),
  ).toBe(5);
  expect(read()).toMatch(/^✓ Database {4}on port 5 +\d+\.\d s\n$/);
});

test("on a terminal what is going on is shown and then overwritten, and other lines go above it", async () => {
  const read = capture(true);
  const work = () => {
    printLine("from elsewhere");
    return Promise.resolve();
  };
  await step("Web", "starting the web", work, () => "up");
  const doing = "  Web         starting the web …";
  const text = read();
  expect(text.startsWith(`${doing}\r\u001b[2Kfrom elsewhere\n${doing}\r\u001b[2K`)).toBe(true);
  expect(text).toMatch(/✓\S* Web {9}up +\d\.\d s\n$/);
});

test("a step that fails leaves no half line, and its error comes through", async () => {
  const read = capture(true);
  await expect(
    step(
      "Web",
      "starting",
      () => Promise.reject(new Error("no")),
      () => "up",
    ),
  ).rejects.toThrow("no");
  expect(read().endsWith("\r\u001b[2K")).toBe(true);
});
