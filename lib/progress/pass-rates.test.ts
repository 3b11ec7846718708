import { describe, expect, it } from "vitest";
import { filesDone, filesRead, type ProgressSample, ratesOf, timeLeftMs, withSample } from "./pass-rates.ts";

const at = (seconds: number, files: number): ProgressSample => ({
  atMs: seconds * 1000,
  files,
  bytes: files * 1000,
  events: files * 2,
});
const collected = (samples: ProgressSample[]) => samples.reduce<readonly ProgressSample[]>(withSample, []);

describe("rates", () => {
  it("are of the last seconds, not of the whole pass", () => {
    // Ten files a second for a minute, then a hundred.
    const slow = Array.from({ length: 60 }, (_, second) => at(second, second * 10));
    const fast = Array.from({ length: 15 }, (_, second) => at(60 + second, 600 + second * 100));
    expect(ratesOf(collected(slow))?.filesPerSecond).toBeCloseTo(10);
    expect(ratesOf(collected([...slow, ...fast]))).toEqual({
      filesPerSecond: 100,
      bytesPerSecond: 100_000,
      eventsPerSecond: 200,
    });
  });

  it("are unknown from one sample, and start anew with another pass", () => {
    expect(ratesOf([])).toBeNull();
    expect(ratesOf(collected([at(3, 5)]))).toBeNull();
    expect(collected([at(3, 5), at(5, 9), at(1, 0)])).toEqual([at(1, 0)]);
    expect(collected([at(3, 5), at(5, 4)])).toEqual([at(5, 4)]);
  });

  it("don't jump when two samples come at nearly the same time", () => {
    expect(collected([at(3, 5), at(3.1, 50)])).toEqual([at(3, 5)]);
  });

  it("fall to nothing where a pass stands still", () => {
    const still = Array.from({ length: 30 }, (_, second) => at(second, 7));
    expect(ratesOf(collected(still))?.filesPerSecond).toBe(0);
  });

  it("keep few samples, however long a pass is", () => {
    const long = Array.from({ length: 10_000 }, (_, second) => at(second, second));
    expect(collected(long).length).toBeLessThan(15);
  });
});

describe("time left", () => {
  const pass = { filesListed: 100, filesDone: 40, isListed: true };
  it("is what remains at this rate", () => expect(timeLeftMs(pass, 20)).toBe(3000));
  it("is unknown while files are listed", () => expect(timeLeftMs({ ...pass, isListed: false }, 20)).toBeNull());
  it("is unknown while nothing moves", () => {
    expect(timeLeftMs(pass, 0)).toBeNull();
    expect(timeLeftMs(pass, undefined)).toBeNull();
  });
  it("is none at the end", () => expect(timeLeftMs({ ...pass, filesDone: 100 }, 0)).toBe(0));
});

it("what is done as soon as it is listed doesn't make reading look fast", () => {
  const counts = { filesIngested: 10, filesUnchanged: 20_000, filesSkipped: 300, filesFailed: 4 };
  expect(filesRead(counts)).toBe(14);
});

it("done is every fate", () => {
  expect(filesDone({ filesIngested: 1, filesUnchanged: 20, filesSkipped: 300, filesFailed: 4000 })).toBe(4321);
});
