import { expect, test } from "vitest";
import { inTurn } from "./in-turn.ts";

/** Tasks that end when they are told to, and the names of those that began. */
function tasks() {
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const task = (name: string) => () =>
    new Promise<string>((resolve) => {
      begun.push(name);
      ends.set(name, () => resolve(name));
    });
  return { begun, task, end: (name: string) => ends.get(name)?.() };
}
const settle = () => new Promise((resolve) => setTimeout(resolve, 0));
const never = new AbortController().signal;

test("no more run than may, and the others follow in their order", async () => {
  const { begun, task, end } = tasks();
  const run = inTurn(2);
  const all = ["a", "b", "c", "d"].map((name) => run(task(name), never));
  await settle();
  expect(begun).toEqual(["a", "b"]);
  end("b");
  await settle();
  expect(begun).toEqual(["a", "b", "c"]);
  end("a");
  end("c");
  await settle();
  end("d");
  expect(await Promise.all(all)).toEqual(["a", "b", "c", "d"]);
});

test("what is aborted while it waits never runs, and holds no place", async () => {
  const { begun, task, end } = tasks();
  const run = inTurn(1);
  const first = run(task("first"), never);
  const gone = new AbortController();
  const second = run(task("second"), gone.signal);
  const third = run(task("third"), never);
  gone.abort();
  await expect(second).rejects.toThrow("abort");
  end("first");
  await first;
  await settle();
  expect(begun).toEqual(["first", "third"]);
  end("third");
  expect(await third).toBe("third");
});

test("one that fails makes room", async () => {
  const run = inTurn(1);
  await expect(run(() => Promise.reject(new Error("told")), never)).rejects.toThrow("told");
  expect(await run(() => Promise.resolve(7), never)).toBe(7);
});
