import type { z } from "zod";
import { type EventFilter, type FilterProblem, parseEventFilter } from "#lib/events/filter.ts";
import { RequestError } from "#lib/events/request-error.ts";

/** The names that a route reads beside the filter, each with what its text means. */
export type OwnParams = Record<string, z.ZodType<unknown, string | undefined>>;
type Values<Own extends OwnParams> = { [Name in keyof Own]: z.output<Own[Name]> };

/**
 * The event filter and the route's own parameters out of a request's URL.
 * @throws RequestError that names every unknown name and malformed value.
 */
export function readRequest<Own extends OwnParams>(
  request: Request,
  own: Own,
): { filter: EventFilter; own: Values<Own> } {
  const params = new URL(request.url).searchParams;
  const { filter, problems } = parseEventFilter(params, Object.keys(own));
  const values = ownValues(params, own, problems);
  if (problems.length > 0) throw new RequestError(...problems);
  return { filter, own: values };
}

/**
 * `readRequest` for routes without a filter.
 * @param isReadElsewhere names that somebody else has checked.
 */
export function readOwnParams<Own extends OwnParams>(
  request: Request,
  own: Own,
  isReadElsewhere: (name: string) => boolean = () => false,
): Values<Own> {
  const params = new URL(request.url).searchParams;
  const problems: FilterProblem[] = [...params]
    .filter(([name]) => !Object.hasOwn(own, name) && !isReadElsewhere(name))
    .map(([name, value]) => ({ name, value, message: `there is no parameter named ${name}` }));
  const values = ownValues(params, own, problems);
  if (problems.length > 0) throw new RequestError(...problems);
  return values;
}

function ownValues<Own extends OwnParams>(params: URLSearchParams, own: Own, problems: FilterProblem[]): Values<Own> {
  const values: Record<string, unknown> = {};
  for (const [name, type] of Object.entries(own)) {
    const [text, second] = params.getAll(name);
    if (second !== undefined) problems.push({ name, value: second, message: `${name} is given twice` });
    const parsed = type.safeParse(text);
    if (parsed.success) values[name] = parsed.data;
    else
      problems.push({
        name,
        value: text ?? "",
        message: `${name} ${parsed.error.issues[0]?.message ?? "is not valid"}`,
      });
  }
  return values as Values<Own>;
}
