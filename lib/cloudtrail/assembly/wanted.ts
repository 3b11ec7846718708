// Whether a record may be wanted, by its members of the first level.

import { hasBackslash, isSpace } from "./text";

/**
 * Whether the member between this quote and this colon makes the record wanted. Names and values are told by their
 * first eight bytes, as numbers, lowest byte first: that never misses one, and what else it lets through is little.
 */
export function wantsMember(quote: usize, colon: usize, end: usize, lastEscape: usize, sources: usize): bool {
  const name = load<u64>(quote, 1);
  const isSource = name === 0x756f_5374_6e65_7665; // eventSou…
  const isKind = name === 0x7079_5474_6e65_7665 || name === 0x7461_4374_6e65_7665; // eventTyp…, eventCat…
  if (!isSource && !isKind) {
    // s3", or a name with an escape in it.
    return (name & 0xff_ffff) === 0x22_3373 || (lastEscape > quote && hasBackslash(quote, colon));
  }
  let from = colon + 1;
  while (from < end && isSpace(load<u8>(from))) from++;
  if (from + 16 > end) return true;
  if (load<u8>(from) !== 0x22) return false;
  const value = load<u64>(from, 1);
  // A byte of zeros after the exclusive or is a backslash; the usual test errs to the safe side.
  const zeros = value ^ 0x5c5c_5c5c_5c5c_5c5c;
  if (((zeros - 0x0101_0101_0101_0101) & ~zeros & 0x8080_8080_8080_8080) !== 0) return true;
  if (isSource) return isWantedSource(value, sources);
  // AwsCloud…, Insight"
  return value === 0x6475_6f6c_4373_7741 || value === 0x2274_6867_6973_6e49;
}

function isWantedSource(value: u64, sources: usize): bool {
  for (let entry = sources; load<u64>(entry, 8) !== 0; entry += 16) {
    if ((value & load<u64>(entry, 8)) === load<u64>(entry)) return true;
  }
  return false;
}
