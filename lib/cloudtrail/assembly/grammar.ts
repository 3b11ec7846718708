// JSON's grammar (RFC 8259) as a table: what each byte does to what may come next.

// What may come next, each six times a small number: the place of its answer within a row.
/** Nothing: what comes is refused. */
export const REFUSED: u64 = 0;
/** In an object: a name or its end, a name, a colon, a value, a comma or its end. */
export const O_FIRST: u64 = 6;
export const O_NAME: u64 = 12;
export const O_COLON: u64 = 18;
export const O_VALUE: u64 = 24;
export const O_COMMA: u64 = 30;
/** In an array: a value or its end, a value, a comma or its end. */
export const A_FIRST: u64 = 36;
export const A_VALUE: u64 = 42;
export const A_COMMA: u64 = 48;
/** The outermost brace. */
export const START: u64 = 54;
/** Behind a closing byte: what, depends on the container around. */
const CLOSED: u64 = 63;

// What a token is by its first byte, in an order that asks for the frequent ones first.
export const QUOTE: u32 = 0;
export const COMMA: u32 = 1;
export const COLON: u32 = 2;
export const SCALAR: u32 = 3;
export const OPEN_BRACE: u32 = 4;
export const OPEN_BRACKET: u32 = 5;
export const CLOSE_BRACE: u32 = 6;
export const CLOSE_BRACKET: u32 = 7;

const TABLE: usize = 0x10000;
export const TABLE_END: usize = TABLE + 256 * 8;

/** Of a byte that begins a token: the kind of token in the top four bits, and the next state for each state. */
// @ts-ignore: decorator
@inline
export function rowOf(byte: u8): u64 {
  return load<u64>(TABLE + (<usize>byte << 3));
}

for (let byte: u32 = 0; byte < 256; byte++) setRow(byte, SCALAR, afterValue());
setRow(0x22, QUOTE, afterValue() | to(O_FIRST, O_COLON) | to(O_NAME, O_COLON));
setRow(0x2c, COMMA, to(O_COMMA, O_NAME) | to(A_COMMA, A_VALUE));
setRow(0x3a, COLON, to(O_COLON, O_VALUE));
setRow(0x7b, OPEN_BRACE, opening(O_FIRST) | to(START, O_FIRST));
setRow(0x5b, OPEN_BRACKET, opening(A_FIRST));
setRow(0x7d, CLOSE_BRACE, to(O_FIRST, CLOSED) | to(O_COMMA, CLOSED));
setRow(0x5d, CLOSE_BRACKET, to(A_FIRST, CLOSED) | to(A_COMMA, CLOSED));

function setRow(byte: u32, token: u32, next: u64): void {
  store<u64>(TABLE + (<usize>byte << 3), ((<u64>token) << 60) | next);
}
function to(state: u64, next: u64): u64 {
  return next << state;
}
function afterValue(): u64 {
  return to(O_VALUE, O_COMMA) | to(A_FIRST, A_COMMA) | to(A_VALUE, A_COMMA);
}
function opening(inside: u64): u64 {
  return to(O_VALUE, inside) | to(A_FIRST, inside) | to(A_VALUE, inside);
}
