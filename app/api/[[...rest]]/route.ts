import { errorAnswer } from "#lib/api/answer-request.ts";

/** Whoever asks for a route that isn't there is a program, and a page means nothing to it. */
function notFound(): Response {
  return errorAnswer(404, "There is no such route; docs/api.md has those that are.");
}

export {
  notFound as DELETE,
  notFound as GET,
  notFound as HEAD,
  notFound as OPTIONS,
  notFound as PATCH,
  notFound as POST,
  notFound as PUT,
};
