// Sixty-four bytes at once: what each of them is, as one bit each, the first byte's lowest.

/** The top bits of 64 bytes. */
// @ts-ignore: decorator
@inline
export function bits(a: v128, b: v128, c: v128, d: v128): u64 {
  const low = <u64>(<u32>i8x16.bitmask(a)) | ((<u64>(<u32>i8x16.bitmask(b))) << 16);
  return low | ((<u64>(<u32>i8x16.bitmask(c))) << 32) | ((<u64>(<u32>i8x16.bitmask(d))) << 48);
}

/** Which bytes are this one. */
// @ts-ignore: decorator
@inline
export function equal(a: v128, b: v128, c: v128, d: v128, byte: v128): u64 {
  return bits(i8x16.eq(a, byte), i8x16.eq(b, byte), i8x16.eq(c, byte), i8x16.eq(d, byte));
}

/** Braces and brackets, which pairwise differ by the bit 0x20 alone, colons and commas. */
// @ts-ignore: decorator
@inline
export function isStructural(bytes: v128): v128 {
  const folded = v128.or(bytes, i8x16.splat(0x20));
  const brackets = v128.or(i8x16.eq(folded, i8x16.splat(0x7b)), i8x16.eq(folded, i8x16.splat(0x7d)));
  return v128.or(brackets, v128.or(i8x16.eq(bytes, i8x16.splat(0x3a)), i8x16.eq(bytes, i8x16.splat(0x2c))));
}

/** Control characters, which no string may have and of which three are white space. */
// @ts-ignore: decorator
@inline
export function isControl(bytes: v128): v128 {
  return i8x16.lt_u(bytes, i8x16.splat(0x20));
}
