import type { FilterProblem } from "#lib/events/filter.ts";
import { RequestError } from "#lib/events/request-error.ts";

/** Errors that mean a place, a slowness or an absence, by the names of their classes in lib/db. */
const STATUS_BY_NAME: Record<string, number> = {
  DatabaseUnavailableError: 503,
  QueryTimeoutError: 504,
};

/**
 * Runs a route of the API; what it throws becomes `{error, problems?}`: 400 with what was wrong with the request, 503
 * when the database is away, 504 when a query took too long, else 500 with the reason in the server's log alone.
 * A route awaits `connection()` before: what Next throws to keep an answer out of the build isn't an error to catch.
 */
export async function answerRequest(route: () => Promise<Response>): Promise<Response> {
  try {
    return await route();
  } catch (error) {
    if (error instanceof RequestError) return errorAnswer(400, error.message, error.problems);
    if (!(error instanceof Error)) throw error;
    const status = STATUS_BY_NAME[error.name];
    if (status !== undefined) return errorAnswer(status, error.message);
    // As JSON, because the message may hold what somebody sent, and terminals obey control characters.
    process.stderr.write(`${JSON.stringify({ level: "error", error: error.stack })}\n`);
    return errorAnswer(500, "Something went wrong here; the server's log says what.");
  }
}

/** An answer in JSON that nobody may keep. */
export function jsonAnswer(body: unknown, status = 200): Response {
  return Response.json(body, { status, headers: { "Cache-Control": "no-store" } });
}

/** An error as a sentence and, where the request is to blame, what was wrong with it. */
export function errorAnswer(status: number, error: string, problems?: FilterProblem[]): Response {
  return jsonAnswer(problems ? { error, problems } : { error }, status);
}
