import path from "node:path";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Test files that take longest, by their names: waiting is most of it, so others can go on meanwhile. */
const LONGEST = ["faults", "queue", "queue-faults", "many-files", "fetching-threads", "interruption"];

/** Begins with what takes longest, so that nothing is left for the end that only one worker can do. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const index = LONGEST.indexOf(path.basename(moduleId).split(".")[0] ?? "");
      return index === -1 ? LONGEST.length : index;
    };
    // oxlint-disable-next-line unicorn/no-array-sort -- the sequencer's, not an array's
    return (await super.sort(files)).toSorted((a, b) => place(a) - place(b));
  }
}
