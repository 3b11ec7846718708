// What stands in strings and between tokens, byte by byte.

/** JSON's white space. */
// @ts-ignore: decorator
@inline
export function isSpace(byte: u8): bool {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

/** Whether a backslash stands between two addresses. */
export function hasBackslash(from: usize, to: usize): bool {
  for (let i = from; i < to; i++) if (load<u8>(i) === 0x5c) return true;
  return false;
}

/** Whether the backslash at this address begins an escape that JSON has. */
export function isEscape(at: usize): bool {
  const byte = load<u8>(at, 1);
  if (byte === 0x22 || byte === 0x5c || byte === 0x2f) return true;
  if (byte === 0x75) return digit(at + 2) < 16 && digit(at + 3) < 16 && digit(at + 4) < 16 && digit(at + 5) < 16;
  return byte === 0x6e || byte === 0x74 || byte === 0x72 || byte === 0x62 || byte === 0x66;
}

/** Whether the bytes end within the escape at this address, which could have become one. */
export function isCutEscape(at: usize, end: usize): bool {
  if (at + 1 >= end) return true;
  if (load<u8>(at, 1) !== 0x75 || at + 6 <= end) return false;
  for (let i = at + 2; i < end; i++) if (digit(i) > 15) return false;
  return true;
}

/** Whether the string that begins here reads `Records`, however its letters are written. */
export function spellsRecords(at: usize): bool {
  // Lowest byte first.
  for (let letters: u64 = 0x0073_6472_6f63_6552; letters !== 0; letters >>= 8) {
    const letter = <u8>letters;
    if (load<u8>(at) === letter) {
      at++;
    } else if (load<u32>(at) === 0x3030_755c && ((digit(at + 4) << 4) | digit(at + 5)) === letter) {
      at += 6;
    } else return false;
  }
  return load<u8>(at) === 0x22;
}

/** The value of a hexadecimal digit, or more than 15. */
function digit(at: usize): u8 {
  const byte = load<u8>(at);
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : 255;
}
