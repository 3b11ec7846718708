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

/** Where the server's own words say more than ours. */
const SAYS_ITSELF: ReadonlySet<Trouble> = new Set(["none", "wrong"]);

/** An answer that didn't come; its message can be shown as it is. */
export class AnswerError extends Error {
  readonly trouble: Trouble;
  /** What the server itself said, if anything. */
  readonly said?: string;
  constructor(trouble: Trouble, said?: string) {
    super(SAYS_ITSELF.has(trouble) && said !== undefined ? said : MESSAGES[trouble]);
    this.name = "AnswerError";
    this.trouble = trouble;
    this.said = said;
  }
}

/**
 * What an API route of ours answers.
 * @throws AnswerError when it doesn't; an abort is thrown on as it is.
 */
export async function fetchAnswer<Data>(address: string, init?: RequestInit): Promise<Data> {
  return (await (await answered(address, init)).json()) as Data;
}

/**
 * A route's answer that isn't an error, its body unread.
 * @throws AnswerError when there is none; an abort is thrown on as it is.
 */
export async function answered(address: string, init?: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(address, init);
  } catch (error) {
    if (init?.signal?.aborted) throw error;
    throw new AnswerError("lost");
  }
  if (response.ok) return response;
  const { error } = (await response.json().catch(() => ({}))) as { error?: string };
  throw new AnswerError(TROUBLES[response.status] ?? "wrong", error);
}
