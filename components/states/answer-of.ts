import { unstable_rethrow } from "next/navigation";

/** Why a query has no answer, as far as a person can do something about it. */
export type QueryProblem = "slow" | "away" | "place";
export type Answer<Data> = { data: Data } | { problem: QueryProblem };

const PROBLEMS: Record<string, QueryProblem> = {
  QueryTimeoutError: "slow",
  DatabaseUnavailableError: "away",
  RequestError: "place",
};

/**
 * A query's answer, or the trouble that a page can name and a person can leave. Everything else is thrown on, to the
 * error page: an error never passes for an empty list.
 */
export function answerOf<Data>(query: Promise<Data>): Promise<Answer<Data>> {
  const answer = settled(query);
  // Pages start queries before what shows them is there to catch.
  answer.catch(() => undefined);
  return answer;
}

async function settled<Data>(query: Promise<Data>): Promise<Answer<Data>> {
  try {
    return { data: await query };
  } catch (error) {
    unstable_rethrow(error);
    const problem = error instanceof Error ? PROBLEMS[error.name] : undefined;
    if (problem === undefined) throw error;
    return { problem };
  }
}
