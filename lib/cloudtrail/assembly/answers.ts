// What scan answers; record-scanner.ts has the sentences for those from 10.
export const MORE_BYTES: i32 = 0;
export const FOUND_FULL: i32 = 1;
export const DONE: i32 = 2;
export const BRACE_DUE: i32 = 10;
export const NAME_DUE: i32 = 11;
export const COLON_DUE: i32 = 12;
export const COMMA_OR_BRACE_DUE: i32 = 13;
export const COMMA_OR_BRACKET_DUE: i32 = 14;
export const RECORD_DUE: i32 = 15;
export const VALUE_DUE: i32 = 16;
export const NOT_AN_ARRAY: i32 = 17;
export const RECORDS_TWICE: i32 = 18;
export const NO_RECORDS: i32 = 19;
export const GOES_ON: i32 = 20;
export const MALFORMED: i32 = 21;
export const TOO_LARGE: i32 = 22;
