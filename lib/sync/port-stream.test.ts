import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { MessageChannel } from "node:worker_threads";
import { expect, test } from "vitest";
import { PortWriter, readPort } from "./port-stream.ts";

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

test("hands every chunk over in order and lets go of it", async () => {
  const { port1, port2 } = new MessageChannel();
  const writer = new PortWriter(port1);
  const received: WeakRef<Uint8Array>[] = [];
  const firsts: number[] = [];
  const reading = (async () => {
    for await (const chunk of readPort(port2)) {
      received.push(new WeakRef(chunk));
      firsts.push(chunk[0] ?? -1);
    }
  })();
  for (let at = 0; at < 200; at++) {
    expect(await writer.write(new Uint8Array(10_000).fill(at))).toBe(true);
    // What is weakly held lives on until the turn ends.
    await new Promise((resolve) => setImmediate(resolve));
  }
  collectGarbage();
  expect(received.filter((chunk) => chunk.deref() !== undefined).length).toBeLessThan(10);
  writer.end();
  await reading;
  writer.close();
  expect(firsts).toEqual(Array.from({ length: 200 }, (_, at) => at));
});

test("a receiver that leaves tells the sender, and a sender that breaks off the receiver", async () => {
  const left = new MessageChannel();
  const writer = new PortWriter(left.port1);
  const leaving = (async () => {
    for await (const chunk of readPort(left.port2)) if (chunk.length > 0) return;
  })();
  expect(await writer.write(new Uint8Array(1))).toBe(false);
  await leaving;
  expect(await writer.write(new Uint8Array(1))).toBe(false);

  const broken = new MessageChannel();
  const breaking = new PortWriter(broken.port1);
  const reading = (async () => {
    for await (const _ of readPort(broken.port2)) breaking.close();
  })();
  await breaking.write(new Uint8Array(1));
  await expect(reading).rejects.toThrow("broke off in the middle");
});
