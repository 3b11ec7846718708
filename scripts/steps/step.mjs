const NAME_WIDTH = 12;
const DETAIL_WIDTH = 58;
const ERASE = "\r\u001b[2K";

let output = process.stdout;

/**
 * Where the lines of steps go: a command whose own output is data keeps them out of it.
 * @param {NodeJS.WriteStream} stream
 */
export function printStepsTo(stream) {
  output = stream;
}

/** What a terminal shows of the step that is going on. */
let unfinished = "";

/**
 * Prints a line that is no step's, above the one that is going on.
 * @param {string} line
 */
export function printLine(line) {
  output.write(`${unfinished && ERASE}${line}\n${unfinished}`);
}

/**
 * Does one step and prints one line about it: what was done and how long it took.
 * @template T
 * @param {string} name one word
 * @param {string} doing what is going on, shown on a terminal while it does
 * @param {() => Promise<T>} work
 * @param {(result: T) => string} describe what was done
 * @returns {Promise<T>}
 */
export async function step(name, doing, work, describe) {
  const started = performance.now();
  if (output.isTTY) output.write((unfinished = `  ${name.padEnd(NAME_WIDTH)}${doing} …`));
  try {
    const result = await work();
    const seconds = ((performance.now() - started) / 1000).toFixed(1).padStart(6);
    const line = `${name.padEnd(NAME_WIDTH)}${describe(result).padEnd(DETAIL_WIDTH)}${seconds} s\n`;
    output.write(output.isTTY ? `${ERASE}\u001b[32m✓\u001b[39m ${line}` : `✓ ${line}`);
    return result;
  } catch (error) {
    if (output.isTTY) output.write(ERASE);
    throw error;
  } finally {
    unfinished = "";
  }
}
