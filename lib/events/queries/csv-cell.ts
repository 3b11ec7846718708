/** What a spreadsheet would take for the start of a formula. */
const FORMULA = /^[=+\-@\t\r]/;
const NEEDS_QUOTES = /[",\r\n]/;

/**
 * A value as a cell of RFC 4180.
 * @param isSafe puts a `'` before what a spreadsheet would run as a formula.
 */
export function csvCell(value: string, isSafe: boolean): string {
  const cell = isSafe && FORMULA.test(value) ? `'${value}` : value;
  return NEEDS_QUOTES.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
