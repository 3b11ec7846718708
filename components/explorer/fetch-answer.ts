/** Why there is no answer: it took too long, the database or the server is away, there is no such thing, or a bug. */
export type Trouble = "slow" | "away" | "lost" | "none" | "wrong";

const TROUBLES: Record<number, Trouble> = { 404: "none", 503: "away", 504: "slow" };
const MESSAGES: Record<Trouble, string> = {
  slow: "This took too long and was stopped. Narrow the time range, or take a filter away.",
  away: "The database does not answer.",
  lost: "The server does not answer; what is shown stays.",
  none: "There is no such thing.",
  wrong: "Something went wrong there; the server’s log has the cause.",
};

/** An answer that didn't come; its message can be shown as it is. */
export class AnswerError extends Error {
  readonly trouble: Trouble;
  constructor(trouble: Trouble, message = MESSAGES[trouble]) {
    super(message);
    this.name = "AnswerError";
    this.trouble = trouble;
  }
}

/**
 * What an API route of ours answers.
 * @throws AnswerError when it doesn't; an abort is thrown on as it is.
 */
export async function fetchAnswer<Data>(address: string, init?: RequestInit): Promise<Data> {
  let response: Response;
  try {
    response = await fetch(address, init);
  } catch (error) {
    if (init?.signal?.aborted) throw error;
    throw new AnswerError("lost");
  }
  if (response.ok) return (await response.json()) as Data;
  const { error } = (await response.json().catch(() => ({}))) as { error?: string };
  const trouble = TROUBLES[response.status] ?? "wrong";
  const isSaid = error !== undefined && (trouble === "wrong" || trouble === "none");
  throw isSaid ? new AnswerError(trouble, error) : new AnswerError(trouble);
}
