import type { FilterProblem } from "./filter.ts";

/** What was asked can't be answered as it stands: an API answers 400, a page shows the problems. */
export class RequestError extends Error {
  override name = "RequestError";
  readonly problems: FilterProblem[];

  constructor(...problems: FilterProblem[]) {
    super(problems.map(({ message }) => message).join("; "));
    this.problems = problems;
  }
}
