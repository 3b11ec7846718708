const NETWORK = new Set(["ECONNRESET", "ECONNREFUSED", "EPIPE", "ENOTFOUND", "ETIMEDOUT", "EAI_AGAIN", "ENETUNREACH"]);

/**
 * Why a statement failed: `data` is the fault of what was written (a value too large for an index, broken JSON …) and
 * comes back each time, `connection` may pass when it is tried again, `other` is neither.
 */
export function databaseErrorKind(error: unknown): "data" | "connection" | "other" {
  const { code, severity } = (error ?? {}) as { code?: unknown; severity?: unknown };
  // Only what the server said has a severity; its code is an SQLSTATE.
  if (severity !== undefined) {
    const state = String(code);
    if (/^(21|22|23|54)/.test(state)) return "data";
    // Connections lost or refused, the server going down, deadlocks.
    return /^(08|40|57P|53300)/.test(state) ? "connection" : "other";
  }
  if (typeof code === "string" && NETWORK.has(code)) return "connection";
  const message = error instanceof Error ? error.message : "";
  return /connection (terminated|error|timeout)|timeout exceeded when trying to connect|client has encountered a connection error|not queryable/i.test(
    message,
  )
    ? "connection"
    : "other";
}

/** Whether the database could not write because its disk is full, or a file may not grow any more. */
export function isOutOfRoom(error: unknown): boolean {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  // 53100 is disk_full; what a quota or a file size limit refuses has no code of its own.
  return code === "53100" || /^could not (extend|write to) file/.test(String(message));
}
