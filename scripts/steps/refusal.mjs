/** A reason for not starting that a person can do something about: shown as it is, without a stack. */
export class Refusal extends Error {
  name = "Refusal";
}

/**
 * Prints why a command ends.
 * @param {unknown} error
 * @returns {void}
 */
export function printFailure(error) {
  const message = error instanceof Error ? error.message : String(error);
  const mark = process.stderr.isTTY ? "\u001b[31m✗\u001b[39m" : "✗";
  process.stderr.write(`${mark} ${message}\n`);
}
