import { describe, expect, it } from "vitest";
import { partStream } from "./part-stream.ts";

function partsOf(count: number, failAt = Number.POSITIVE_INFINITY) {
  const seen = { made: 0, ended: false };
  async function* make() {
    try {
      for (let part = 0; part < count; part++) {
        if (part === failAt) throw new Error("broken");
        seen.made++;
        yield { bytes: Buffer.from(`${part}é`) };
      }
    } finally {
      seen.ended = true;
    }
  }
  return { parts: make(), seen };
}
const signal = () => new AbortController().signal;

describe("partStream", () => {
  it("is the parts, one after the other", async () => {
    const { parts } = partsOf(3);
    expect(await new Response(await partStream(parts, signal())).text()).toBe("0é1é2é");
    expect(await new Response(await partStream(partsOf(0).parts, signal())).text()).toBe("");
  });

  it("makes no part before it is wanted, save the first", async () => {
    const { parts, seen } = partsOf(100);
    const reader = (await partStream(parts, signal())).getReader();
    await reader.read();
    await reader.read();
    expect(seen.made).toBeLessThanOrEqual(3);
    await reader.cancel();
    expect(seen.ended).toBe(true);
  });

  it("fails at once where the first part fails, and breaks off where a later one does", async () => {
    await expect(partStream(partsOf(3, 0).parts, signal())).rejects.toThrow("broken");
    const stream = await partStream(partsOf(3, 2).parts, signal());
    await expect(new Response(stream).text()).rejects.toThrow("broken");
  });

  it("ends the making when the reader goes away before reading, and never looks complete", async () => {
    const controller = new AbortController();
    const { parts, seen } = partsOf(3);
    const stream = await partStream(parts, controller.signal);
    controller.abort();
    await new Promise((resolve) => setImmediate(resolve));
    expect(seen.ended).toBe(true);
    await expect(new Response(stream).text()).rejects.toThrow("aborted");
  });
});
