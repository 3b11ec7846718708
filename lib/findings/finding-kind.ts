/** A number that a kind of finding turns on; shown on its page and changeable in its address. */
export type Threshold = {
  /** Its name in addresses, unique among all kinds. */
  name: string;
  label: string;
  /** What it counts, such as `days`. */
  unit: string;
  default: number;
  least: number;
  most: number;
};

/** By what the filter of the events page tells a finding's events from all others; null where it can't. */
export type EvidenceScope = readonly ("principal" | "project" | "address" | "network" | "span" | "writes" | "denied")[];

/** A saved question. There are no scores: a finding is an answer, and what it means is for a person to say. */
export type FindingKind = {
  id: string;
  title: string;
  /** What it asks, in plain English. */
  question: string;
  /** What counts and what doesn't, where the question leaves that open. */
  note: string;
  /**
   * Why something is a finding. `{name}` stands for a fact or a threshold, `{name one|many}` for a number and its
   * noun; what stands in `[…]` is left out when a fact in it is missing.
   */
  reason: string;
  thresholds: readonly Threshold[];
  scope: EvidenceScope | null;
};
