// AssemblyScript, compiled to WebAssembly: the byte work of record-scanner.ts, which says what it is for.
// One pass over blocks of 64 bytes. SIMD finds strings and structure (after Langdale and Lemire, "Parsing gigabytes of
// JSON per second"); a state machine over what it found holds JSON's grammar, RFC 8259, so that a file is refused
// exactly when JSON.parse would refuse it. Of a record it looks at a few members of the first level, and for one word
// anywhere, to tell whether it may be passed over; when in doubt it is handed out.

import {
  BRACE_DUE,
  COLON_DUE,
  COMMA_OR_BRACE_DUE,
  COMMA_OR_BRACKET_DUE,
  DONE,
  FOUND_FULL,
  GOES_ON,
  MALFORMED,
  MORE_BYTES,
  NAME_DUE,
  NOT_AN_ARRAY,
  NO_RECORDS,
  RECORDS_TWICE,
  RECORD_DUE,
  TOO_LARGE,
  VALUE_DUE,
} from "./answers";
import { bits, equal, isControl, isStructural } from "./block";
import {
  A_COMMA,
  CLOSE_BRACE,
  COLON,
  COMMA,
  O_COLON,
  O_COMMA,
  O_NAME,
  OPEN_BRACE,
  REFUSED,
  rowOf,
  START,
  TABLE_END,
} from "./grammar";
import { isScalarStart, isWholeScalar, isWord, nextScalarState, NO_SCALAR, SCALAR_START } from "./scalar";
import { isCutEscape, isEscape, isSpace, spellsRecords } from "./text";
import { wantsMember } from "./wanted";
import { hidesLetter, isPair, isWordAt, PAIR_FIRST, PAIR_SECOND } from "./word";

/** Kinds of the containers beyond the latest 64, one bit a level; as many levels as the largest value can have bytes. */
const KINDS: usize = TABLE_END;
const KINDS_LIMIT: u32 = 0x4000000;
const KINDS_BYTES: usize = KINDS_LIMIT >> 3;
/** What is handed out: address, length and index of each record, 4 bytes each. */
const FOUND: usize = KINDS + KINDS_BYTES;
const FOUND_SIZE: usize = 12;
const FOUND_LIMIT: u32 = 4096;
/** The first 8 bytes of each event source that is wanted, and which bits of them count; zeros end the list. */
const SOURCES: usize = FOUND + FOUND_SIZE * FOUND_LIMIT;
const SOURCES_BYTES: usize = 0x10000;
/** The word that makes a record wanted, in lower case; zeros for none. */
const WORD: usize = SOURCES + SOURCES_BYTES;
const WORD_BYTES: usize = 16;
const BYTES: usize = WORD + WORD_BYTES;

/** An escape has six bytes, so that the last of a block reaches into the next. */
const LOOK_AHEAD: usize = 8;

// Where the bytes are: read up to `at`, there up to `end`.
let at: usize = BYTES;
let end: usize = BYTES;
let isLast: bool = false;

// What carries over from block to block, and the number or word that the bytes so far don't end.
let inString: u64 = 0;
let isEscaped: u64 = 0;
let inScalar: u64 = 0;
let lastEscape: usize = 0;
/** Where the word stands, or an escape that may be a letter of it: in the block that is read, and last before it. */
let words: u64 = 0;
let lastWord: usize = 0;
let scalarState: i32 = NO_SCALAR;
let scalarAt: usize = 0;
let lastToken: usize = 0;

let state: u64 = START;
let level: u32 = 0;
let kinds: u64 = 0;

// The file: level 1 is its members, 2 the elements of Records, 3 the members of a record.
let nameAt: usize = 0;
/** A member's value other than Records; its bytes aren't held, so this may lie below them. */
let valueAt: usize = 0;
let isInValue: bool = false;
let isRecordsName: bool = false;
let hasRecords: bool = false;
let inRecords: bool = false;
let recordAt: usize = 0;
let recordEnd: usize = 0;
let isWanted: bool = false;

let maxBytes: u32 = 0;
let wantsAll: bool = false;
let recordCount: u32 = 0;
let foundCount: u32 = 0;
let failedAt: usize = 0;

/** Where the first byte goes. */
export function bytesAddress(): usize {
  return BYTES;
}
/** Where the found records are listed. */
export function foundAddress(): usize {
  return FOUND;
}
/** Where the wanted event sources go. */
export function sourcesAddress(): usize {
  return SOURCES;
}

/** Where the word goes. */
export function wordAddress(): usize {
  return WORD;
}

/** Readies for another file. */
export function reset(all: bool, maxValueBytes: u32): void {
  at = end = BYTES;
  isLast = false;
  inString = isEscaped = inScalar = words = 0;
  lastEscape = lastToken = lastWord = 0;
  scalarState = NO_SCALAR;
  state = START;
  level = 0;
  kinds = 0;
  nameAt = valueAt = recordAt = recordEnd = 0;
  isInValue = isRecordsName = hasRecords = inRecords = isWanted = false;
  maxBytes = maxValueBytes;
  wantsAll = all;
  recordCount = foundCount = 0;
  failedAt = 0;
}

/** The elements of Records so far. */
export function counted(): u32 {
  return recordCount;
}
/** How many were found since it was last asked. */
export function takeFound(): u32 {
  const count = foundCount;
  foundCount = 0;
  return count;
}
/** Where the bytes went wrong. */
export function failureAddress(): usize {
  return failedAt;
}
/** Whether the bytes so far end within a record. */
export function isInRecord(): bool {
  return recordAt !== 0 && recordEnd === 0;
}
/** Whether the bytes so far hold more than white space. */
export function hasBegun(): bool {
  return state !== START;
}

/** The lowest address whose bytes are still needed. */
export function heldFrom(): usize {
  let from = at;
  if (recordAt !== 0 && recordAt < from) from = recordAt;
  if (nameAt !== 0 && nameAt < from) from = nameAt;
  return from;
}

/** All bytes from `heldFrom` on have been moved down by so many. */
export function moved(by: usize): void {
  at -= by;
  end -= by;
  scalarAt -= by;
  nameAt = lower(nameAt, by);
  valueAt -= by;
  recordAt = lower(recordAt, by);
  recordEnd = lower(recordEnd, by);
  lastToken = lower(lastToken, by);
  lastEscape = lower(lastEscape, by);
  lastWord = lower(lastWord, by);
}
function lower(address: usize, by: usize): usize {
  return address > by ? address - by : 0;
}

/** There are bytes up to here now; behind a file's last must stand 80 spaces. */
export function append(to: usize, last: bool): void {
  end = to;
  isLast = last;
}

/** Reads on, and says why it stopped. */
export function scan(): i32 {
  const answer = readBlocks();
  if (answer >= BRACE_DUE) return answer;
  const isTooLarge =
    (recordAt !== 0 && recordEnd === 0 && end - recordAt > maxBytes) ||
    (isInValue && end - valueAt > maxBytes) ||
    (nameAt !== 0 && end - nameAt > maxBytes);
  return isTooLarge ? refuse(TOO_LARGE, end) : answer;
}

function readBlocks(): i32 {
  if (scalarState !== NO_SCALAR && !readScalar(scalarAt)) return MALFORMED;
  const stop = isLast ? end : end - 64 - LOOK_AHEAD + 1;
  const first = i8x16.splat(load<u8>(WORD + PAIR_FIRST));
  const second = i8x16.splat(load<u8>(WORD + PAIR_SECOND));
  for (; at < stop; at += 64) {
    if (foundCount > FOUND_LIMIT - 64) return FOUND_FULL;
    const a = v128.load(at);
    const b = v128.load(at, 16);
    const c = v128.load(at, 32);
    const d = v128.load(at, 48);

    const wa = isPair(a, at, first, second);
    const wb = isPair(b, at + 16, first, second);
    const wc = isPair(c, at + 32, first, second);
    const wd = isPair(d, at + 48, first, second);
    if (v128.any_true(v128.or(v128.or(wa, wb), v128.or(wc, wd)))) readWords(bits(wa, wb, wc, wd));

    const backslashes = equal(a, b, c, d, i8x16.splat(0x5c));
    let quotes = equal(a, b, c, d, i8x16.splat(0x22));
    let escapes: u64 = 0;
    if ((backslashes | isEscaped) !== 0) {
      // Of a run of backslashes every second one is escaped by the one before it.
      const ODD: u64 = 0xaaaa_aaaa_aaaa_aaaa;
      const series = ((((backslashes & ~isEscaped) << 1) | ODD) - (backslashes & ~isEscaped)) ^ ODD;
      quotes &= ~(series ^ (backslashes | isEscaped));
      escapes = series & backslashes;
      isEscaped = escapes >> 63;
    }
    // From each opening quote up to, not including, its closing one.
    let strings = quotes ^ (quotes << 1);
    strings ^= strings << 2;
    strings ^= strings << 4;
    strings ^= strings << 8;
    strings ^= strings << 16;
    strings ^= strings << 32;
    strings ^= inString;
    inString = <u64>(<i64>strings >> 63);
    escapes &= strings;
    if (escapes !== 0 && !readEscapes(escapes)) return MALFORMED;

    let spaces = equal(a, b, c, d, i8x16.splat(0x20));
    const ca = isControl(a);
    const cb = isControl(b);
    const cc = isControl(c);
    const cd = isControl(d);
    if (v128.any_true(v128.or(v128.or(ca, cb), v128.or(cc, cd)))) {
      const wrong = bits(ca, cb, cc, cd) & strings;
      if (wrong !== 0) return refuse(MALFORMED, at + <usize>ctz(wrong));
      spaces |= equal(a, b, c, d, i8x16.splat(0x0a)) | equal(a, b, c, d, i8x16.splat(0x0d));
      spaces |= equal(a, b, c, d, i8x16.splat(0x09));
    }
    const operators = bits(isStructural(a), isStructural(b), isStructural(c), isStructural(d)) & ~strings;
    const scalars = ~(operators | spaces | quotes | strings);
    const tokens = operators | (quotes & strings) | (scalars & ~((scalars << 1) | inScalar));
    inScalar = scalars >> 63;
    const answer = readTokens(tokens);
    if (answer !== MORE_BYTES) return answer;
    if (words !== 0) {
      lastWord = at + 63 - <usize>clz(words);
      words = 0;
    }
  }
  return isLast && level === 0 && state === REFUSED ? DONE : MORE_BYTES;
}

/** The tokens of the block at `at`: structure, opening quotes, first bytes of numbers and words. */
function readTokens(tokens: u64): i32 {
  // In local variables, because this is the hot loop.
  let here = lastToken;
  let before: usize = 0;
  let current = state;
  let depth = level;
  let open = kinds;
  for (; tokens !== 0; tokens &= tokens - 1) {
    before = here;
    here = at + <usize>ctz(tokens);
    const row = rowOf(load<u8>(here));
    const token = <u32>(row >> 60);
    const next = (row >> current) & 63;
    if (next === REFUSED) return refuse(due(current, depth), here);
    if (token < COLON) {
      // Quotes and commas, which are most; those of the file's own members and of Records mean more.
      if (depth <= 2) {
        const wrong =
          token === COMMA ? endOuter(here, depth) : next === O_COLON ? beginName(here, depth) : beginOuter(here, depth);
        if (wrong !== 0) return refuse(wrong, here);
      }
      current = next;
    } else if (token === COLON) {
      if (depth === 3) {
        if (inRecords && !isWanted) isWanted = wantsMember(before, here, isLast ? end + 64 : end, lastEscape, SOURCES);
      } else if (depth === 1) {
        isRecordsName = spellsRecords(nameAt + 1);
        nameAt = 0;
      }
      current = next;
    } else if (token >= CLOSE_BRACE) {
      if (depth <= 2) {
        const wrong = closeOuter(here, depth);
        if (wrong !== 0) return refuse(wrong, here);
      }
      depth--;
      open >>= 1;
      if ((depth & 63) === 0 && depth !== 0) open = load<u64>(kindsAt(depth));
      // Behind the outermost nothing may come.
      current = depth === 0 ? REFUSED : (open & 1) !== 0 ? O_COMMA : A_COMMA;
      if (depth === 2 && inRecords) recordEnd = here + 1;
    } else if (token >= OPEN_BRACE) {
      if (depth <= 2 && depth !== 0) {
        const wrong = beginOuter(here, depth);
        if (wrong !== 0) return refuse(wrong, here);
      }
      if ((depth & 63) === 0 && depth !== 0) {
        if (depth >= KINDS_LIMIT) return refuse(TOO_LARGE, here);
        store<u64>(kindsAt(depth), open);
      }
      depth++;
      open = (open << 1) | <u64>(token === OPEN_BRACE);
      current = next;
    } else {
      if (depth <= 2) {
        if (!isScalarStart(load<u8>(here))) return refuse(due(current, depth), here);
        const wrong = beginOuter(here, depth);
        if (wrong !== 0) return refuse(wrong, here);
      }
      current = next;
      if (!isWord(here)) {
        scalarState = SCALAR_START;
        if (!readScalar(here)) return MALFORMED;
      }
    }
  }
  lastToken = here;
  state = current;
  level = depth;
  kinds = open;
  return MORE_BYTES;
}

/** Where the kinds of the 64 levels below this one are kept. */
function kindsAt(depth: u32): usize {
  return KINDS + ((<usize>((depth >> 6) - 1)) << 3);
}

function refuse(why: i32, where: usize): i32 {
  failedAt = where;
  return why;
}

/** What a log file has where the bytes have something else. */
function due(current: u64, level: u32): i32 {
  if (current === START) return BRACE_DUE;
  if (level === 0) return GOES_ON;
  if (level === 1) {
    if (current === O_COLON) return COLON_DUE;
    if (current === O_COMMA) return COMMA_OR_BRACE_DUE;
    return current <= O_NAME ? NAME_DUE : VALUE_DUE;
  }
  if (level === 2 && inRecords) return current === A_COMMA ? COMMA_OR_BRACKET_DUE : RECORD_DUE;
  return MALFORMED;
}

function beginName(here: usize, level: u32): i32 {
  if (level === 1) nameAt = here;
  return 0;
}

/** A value begins: of a member of the file, or an element of Records. */
function beginOuter(here: usize, level: u32): i32 {
  const byte = load<u8>(here);
  if (level === 2) {
    if (!inRecords) return 0;
    recordAt = here;
    recordEnd = 0;
    isWanted = wantsAll || byte !== 0x7b;
    return 0;
  }
  if (!isRecordsName) {
    valueAt = here;
    isInValue = true;
    return 0;
  }
  if (hasRecords) return RECORDS_TWICE;
  if (byte !== 0x5b) return NOT_AN_ARRAY;
  hasRecords = inRecords = true;
  isRecordsName = false;
  return 0;
}

/** Such a value has ended before this byte. */
function endOuter(here: usize, level: u32): i32 {
  if (level === 2) return inRecords && recordAt !== 0 ? endRecord(here) : 0;
  if (isInValue && here - valueAt > maxBytes) return TOO_LARGE;
  isInValue = false;
  return 0;
}

function closeOuter(here: usize, level: u32): i32 {
  const wrong = endOuter(here, level);
  if (wrong !== 0) return wrong;
  if (level === 2) inRecords = false;
  return level === 1 && !hasRecords ? NO_RECORDS : 0;
}

function endRecord(here: usize): i32 {
  let to = recordEnd;
  if (to === 0) for (to = here; isSpace(load<u8>(to - 1));) to--;
  if (to - recordAt > maxBytes) return TOO_LARGE;
  if (isWanted || hasWord(here)) {
    const entry = FOUND + <usize>foundCount * FOUND_SIZE;
    store<u32>(entry, <u32>recordAt);
    store<u32>(entry, <u32>(to - recordAt), 4);
    store<u32>(entry, recordCount, 8);
    foundCount++;
  }
  recordCount++;
  recordAt = recordEnd = 0;
  return 0;
}

/** Whether the record that ends before this byte, in the block that is read, has the word in it. */
function hasWord(here: usize): bool {
  if (lastWord >= recordAt) return true;
  const from = recordAt > at ? <u64>(recordAt - at) : 0;
  return (words & (((<u64>1) << <u64>(here - at)) - 1)) >> from !== 0;
}

/** Notes which of the block's pairs are the word's. */
function readWords(pairs: u64): void {
  for (; pairs !== 0; pairs &= pairs - 1) {
    if (isWordAt(at + <usize>ctz(pairs), WORD)) words |= pairs & (0 - pairs);
  }
}

/** Whether the block's escapes are ones that JSON has. Of one that the file's end cuts off, others say that it does. */
function readEscapes(escapes: u64): bool {
  for (; escapes !== 0; escapes &= escapes - 1) {
    lastEscape = at + <usize>ctz(escapes);
    if (load<u64>(WORD) !== 0 && hidesLetter(lastEscape)) words |= escapes & (0 - escapes);
    if (isEscape(lastEscape) || (isLast && isCutEscape(lastEscape, end))) continue;
    failedAt = lastEscape;
    return false;
  }
  return true;
}

/** Reads on in a number or word, up to what ends it or the last byte that is there; false when it is none. */
function readScalar(from: usize): bool {
  let current = scalarState;
  for (failedAt = from; failedAt < end; failedAt++) {
    const next = nextScalarState(current, load<u8>(failedAt));
    if (next === NO_SCALAR) {
      scalarState = NO_SCALAR;
      return isWholeScalar(current);
    }
    if (next < 0) return false;
    current = next;
  }
  scalarState = current;
  scalarAt = end;
  return true;
}
