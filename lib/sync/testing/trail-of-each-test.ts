import { afterEach, beforeEach } from "vitest";
import { emptyDatabase } from "#lib/db/testing/empty-database.ts";
import { expectSoundDatabase } from "./expect-sound-database.ts";
import { trailFolder, type TrailFolder } from "./trail-folder.ts";

/**
 * A folder that is a trail, new for each test of a file, on an empty database; after each test, once the file's own hooks
 * are done, what the database holds must be sound.
 */
export function trailOfEachTest(): Omit<TrailFolder, "destroy"> {
  let trail: TrailFolder;
  beforeEach(async () => {
    await emptyDatabase();
    trail = await trailFolder();
  });
  afterEach(async () => {
    try {
      await expectSoundDatabase();
    } finally {
      await trail.destroy();
    }
  });
  return {
    get root() {
      return trail.root;
    },
    get url() {
      return trail.url;
    },
    put: (key, content) => trail.put(key, content),
    putLog: (key, records) => trail.putLog(key, records),
    remove: (key) => trail.remove(key),
  };
}
