/** A query was ended because it took too long; fewer or narrower filters may help. */
export class QueryTimeoutError extends Error {
  override name = "QueryTimeoutError";
}

/** The database doesn't answer, refuses us or is shutting down; the message says which. */
export class DatabaseUnavailableError extends Error {
  override name = "DatabaseUnavailableError";
}

const UNREACHABLE_KINDS = new Set([
  "DatabaseNotReachable",
  "ConnectionClosed",
  "SocketTimeout",
  "TlsConnectionError",
  "TooManyConnections",
  "AuthenticationFailed",
  "DatabaseAccessDenied",
  "DatabaseDoesNotExist",
]);
const SOCKET_CODES = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "ENOTFOUND",
  "ETIMEDOUT",
  "EPIPE",
  "EHOSTUNREACH",
  "ENOENT",
]);
/** Statement timeout and cancel; the other classes are connection exceptions, refusals and shutdowns. */
const TIMEOUT_STATE = "57014";
const UNREACHABLE_STATE = /^(08...|28...|3D000|53300|57P0[1-5])$/;
const DRIVER_MESSAGES =
  /^(timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error|Query read timeout)/;

/**
 * The typed form of what Prisma or `pg` threw; anything that is neither a timeout nor a lost database comes back as
 * it is.
 */
export function databaseError(error: unknown): unknown {
  const { state, kind, code, message } = facts(error);
  if (state === TIMEOUT_STATE) {
    return new QueryTimeoutError("The query took too long and was ended; narrow the time range or remove a filter.", {
      cause: error,
    });
  }
  const isAway =
    UNREACHABLE_KINDS.has(kind) ||
    UNREACHABLE_STATE.test(state) ||
    SOCKET_CODES.has(code) ||
    DRIVER_MESSAGES.test(message);
  return isAway ? new DatabaseUnavailableError(`The database doesn't answer: ${message}.`, { cause: error }) : error;
}

type Facts = { state: string; kind: string; code: string; message: string };

function facts(error: unknown): Facts {
  if (!(error instanceof Error)) return { state: "", kind: "", code: "", message: "" };
  const cause = prismaCause(error);
  const code = textOf(error, "code");
  if (cause === null) return { state: code, kind: "", code, message: error.message };
  const kind = textOf(cause, "kind");
  const message = textOf(cause, "originalMessage") || (kind === "DatabaseNotReachable" ? noAnswer(cause) : kind);
  return { state: textOf(cause, "originalCode"), kind, code: "", message };
}

function noAnswer(cause: object): string {
  return `nothing listens at ${textOf(cause, "host")}:${String(Reflect.get(cause, "port"))}`;
}

/** Where Prisma's driver adapters put what the driver said. */
function prismaCause(error: object): object | null {
  let current: unknown = error;
  for (const key of ["meta", "driverAdapterError", "cause"]) {
    current = typeof current === "object" && current !== null ? Reflect.get(current, key) : null;
  }
  return typeof current === "object" && current !== null ? current : null;
}

function textOf(object: object, key: string): string {
  const value: unknown = Reflect.get(object, key);
  return typeof value === "string" ? value : "";
}
