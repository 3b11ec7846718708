import type { TrailAddress } from "./trail-address.ts";

/** A file as a trail's listing shows it. */
export type ListedFile = {
  key: string;
  /** Changes when the content does. */
  etag: string;
  sizeBytes: number;
  storageClass: string | null;
  lastModified: Date | null;
  /** A copy of an archived file can be read for now. */
  isRestored: boolean;
  /** Why the source itself never opens this file (a symbolic link …); null for all others. */
  refusal: string | null;
};

export type OpenOptions = {
  signal?: AbortSignal | undefined;
  /** The trail asked for fewer requests; it has been asked again since, or is about to be. */
  onSlowDown?: (() => void) | undefined;
};

/** What came of reading a file, or came in between. */
export type TrailSign = "read" | "slow-down" | TrailErrorKind;

/** Where log files come from: a bucket, or a folder that is a copy of one. Keys have `/` and no leading slash. */
export type TrailSource = {
  /** The trail's address as it is shown and stored. */
  url: string;
  /** By which another thread opens the same trail. */
  address: TrailAddress;
  /** The folder that the trail looks into: empty for all, else with a closing `/`. */
  prefix: string;
  /** Whether looking at everything costs no more than looking at a few days. */
  isLocal: boolean;
  /** How many files may be on their way at once. */
  concurrency: number;
  /** Everything under a prefix, page by page; a page may be empty. */
  list: (prefix: string, signal?: AbortSignal) => AsyncIterable<ListedFile[]>;
  /** The folders directly under a prefix (each with its closing `/`) and the files beside them. */
  folders(prefix: string, signal?: AbortSignal): Promise<{ folders: string[]; files: ListedFile[] }>;
  /** The bytes of a file as it was listed. */
  open: (file: { key: string; etag: string }, options?: OpenOptions) => AsyncIterable<Uint8Array>;
  /** Takes what another thread's reading of a file has shown: how many may be on their way, whether credentials do. */
  note: (sign: TrailSign) => void;
  /** How an archived file is made readable. */
  restoreHint: (key: string) => string;
};

/**
 * Why a trail can't be listed or a file can't be opened; the message is a sentence for the ledger. `denied` won't pass
 * by itself, nor will `credentials`, which fail for every file alike; `gone` and `changed` mean that the listing is out
 * of date, `archived` needs a restore, `unreachable` may pass.
 */
export type TrailErrorKind = "denied" | "credentials" | "gone" | "changed" | "archived" | "unreachable" | "aborted";

/** See `TrailErrorKind`. */
export class TrailError extends Error {
  override name = "TrailError";
  readonly kind: TrailErrorKind;
  constructor(kind: TrailErrorKind, message: string, cause?: unknown) {
    super(message, { cause });
    this.kind = kind;
  }
}
