/** Whether JSON, given as bytes, nests arrays and objects deeper than `levels`. */
export function isNestedDeeper(bytes: Uint8Array, levels: number): boolean {
  // Every level costs an opening and a closing byte, so that most records need no reading.
  if (bytes.length <= 2 * levels) return false;
  let depth = 0;
  let isInString = false;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]!;
    if (isInString) {
      if (byte === 0x5c) at++;
      else if (byte === 0x22) isInString = false;
    } else if (byte === 0x22) isInString = true;
    else if (byte === 0x5b || byte === 0x7b) {
      if (++depth > levels) return true;
    } else if (byte === 0x5d || byte === 0x7d) depth--;
  }
  return false;
}
