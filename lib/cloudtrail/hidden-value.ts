const MASK = /^(?:HIDDEN_DUE_TO_SECURITY_REASONS|\*+)$/;

/** Whether CloudTrail or a service put this in the place of a value: `HIDDEN_DUE_TO_SECURITY_REASONS`, `***`, `****`. */
export function isHiddenValue(value: unknown): boolean {
  return typeof value === "string" && MASK.test(value);
}
