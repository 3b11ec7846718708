/** So many files of one account in a row that may not be read mean that the next one may hardly be. */
const LIMIT = 20;
/** The more refusals in a row, the more seldom a further file is asked for. */
const ASKED_OF_ROW = 10;

/**
 * Whether a trail's files may be read, as far as a pass has come to know: not at all when nothing was asked for, and hardly
 * when the few that were asked for are refused. `isOfAll` when they were many.
 */
export type AccessSign = { kind: "open" } | { kind: "nothing" } | { kind: "refused"; reason: string; isOfAll: boolean };

const ACCOUNT_FOLDER = /^(?:.*\/)?AWSLogs\/(?:o-[a-z0-9]+\/)?\d{12}\//s;

/**
 * Refusals to read files, by account's folder, because that is how policies are written. After many in a row the others of
 * the folder are mostly passed over: one that is asked for now and then, by chance, shows when it is open again, also
 * where only a stretch of files is closed. Other folders don't suffer.
 */
export class Refusals {
  readonly #rows = new Map<string, { length: number; reason: string }>();
  readonly #random: () => number;
  #refused = 0;
  #isAnyRead = false;
  #reason = "";

  constructor(random: () => number = Math.random) {
    this.#random = random;
  }

  /** Why a file isn't asked for, or null when it is. */
  passOver(key: string): string | null {
    const folder = folderOf(key);
    const row = this.#rows.get(folder);
    if (!row || row.length < LIMIT || this.#random() < ASKED_OF_ROW / row.length) return null;
    return `Not asked for in this pass, after ${row.length} refusals in a row in ${folder}: ${row.reason}`;
  }

  refuse(key: string, reason: string): void {
    const row = this.#rows.get(folderOf(key));
    this.#rows.set(folderOf(key), { length: (row?.length ?? 0) + 1, reason });
    this.#refused++;
    this.#reason = reason;
  }

  read(key: string): void {
    this.#rows.delete(folderOf(key));
    this.#isAnyRead = true;
  }

  /** What a pass by these refusals shows of the trail: it takes many to say that it is closed, and one file read that it is open. */
  get sign(): AccessSign {
    if (this.#isAnyRead) return { kind: "open" };
    if (this.#refused === 0) return { kind: "nothing" };
    return { kind: "refused", reason: this.#reason, isOfAll: this.#refused >= LIMIT };
  }
}

function folderOf(key: string): string {
  return ACCOUNT_FOLDER.exec(key)?.[0] ?? key.slice(0, key.lastIndexOf("/") + 1);
}
