// Numbers, and the words true, false and null, byte by byte: they may end in another chunk than they began in.

import { isSpace } from "./text";

/** Not in a number or word, and the state before its first byte. */
export const NO_SCALAR: i32 = 0;
export const SCALAR_START: i32 = 1;
const WRONG: i32 = -1;

// Numbers: behind the minus, a leading zero, digits, the point, its digits, the E, its sign, its digits.
const MINUS: i32 = 2;
const ZERO: i32 = 3;
const DIGITS: i32 = 4;
const POINT: i32 = 5;
const FRACTION: i32 = 6;
const E: i32 = 7;
const E_SIGN: i32 = 8;
const EXPONENT: i32 = 9;

// Words, by what has been read: tru and fals have the same end, nul its own.
const WORD: i32 = 10;
const T: i32 = 11;
const TR: i32 = 12;
const TRU: i32 = 13;
const F: i32 = 14;
const FA: i32 = 15;
const FAL: i32 = 16;
const N: i32 = 17;
const NU: i32 = 18;
const NUL: i32 = 19;

/** Whether a number or word can begin with this byte. */
export function isScalarStart(byte: u8): bool {
  return first(byte) !== WRONG;
}

/** Whether what has been read may end here. */
export function isWholeScalar(state: i32): bool {
  return state === ZERO || state === DIGITS || state === FRACTION || state === EXPONENT || state === WORD;
}

/** Whether true, false or null stands here, with what may follow it; eight bytes must be there. */
// @ts-ignore: decorator
@inline
export function isWord(at: usize): bool {
  const letters = load<u32>(at);
  if (letters === 0x6575_7274 || letters === 0x6c6c_756e) return isEnd(load<u8>(at, 4));
  return letters === 0x736c_6166 && load<u8>(at, 4) === 0x65 && isEnd(load<u8>(at, 5));
}

// @ts-ignore: decorator
@inline
function isEnd(byte: u8): bool {
  return byte === 0x2c || byte === 0x7d || byte === 0x5d || isSpace(byte);
}

/** The state behind the next byte: NO_SCALAR when the byte ends the number or word, negative when it can't be there. */
export function nextScalarState(state: i32, byte: u8): i32 {
  if (isEnd(byte)) return NO_SCALAR;
  // The grammar refuses these behind a value.
  if (byte === 0x22 || byte === 0x3a || byte === 0x7b || byte === 0x5b) return NO_SCALAR;
  const isDigit = byte >= 0x30 && byte <= 0x39;
  const isE = (byte | 0x20) === 0x65;
  switch (state) {
    case SCALAR_START:
      return first(byte);
    case MINUS:
      return byte === 0x30 ? ZERO : isDigit ? DIGITS : WRONG;
    case ZERO:
      return byte === 0x2e ? POINT : isE ? E : WRONG;
    case DIGITS:
      return isDigit ? DIGITS : byte === 0x2e ? POINT : isE ? E : WRONG;
    case POINT:
      return isDigit ? FRACTION : WRONG;
    case FRACTION:
      return isDigit ? FRACTION : isE ? E : WRONG;
    case E:
      return isDigit ? EXPONENT : byte === 0x2b || byte === 0x2d ? E_SIGN : WRONG;
    case E_SIGN:
    case EXPONENT:
      return isDigit ? EXPONENT : WRONG;
    case T:
      return byte === 0x72 ? TR : WRONG;
    case TR:
      return byte === 0x75 ? TRU : WRONG;
    case TRU:
      return byte === 0x65 ? WORD : WRONG;
    case F:
      return byte === 0x61 ? FA : WRONG;
    case FA:
      return byte === 0x6c ? FAL : WRONG;
    case FAL:
      // From here on like the end of "true".
      return byte === 0x73 ? TRU : WRONG;
    case N:
      return byte === 0x75 ? NU : WRONG;
    case NU:
      return byte === 0x6c ? NUL : WRONG;
    case NUL:
      return byte === 0x6c ? WORD : WRONG;
    default:
      return WRONG;
  }
}

function first(byte: u8): i32 {
  if (byte === 0x2d) return MINUS;
  if (byte === 0x30) return ZERO;
  if (byte >= 0x31 && byte <= 0x39) return DIGITS;
  if (byte === 0x74) return T;
  if (byte === 0x66) return F;
  return byte === 0x6e ? N : WRONG;
}
