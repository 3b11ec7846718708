import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { ALL_EVENTS } from "#lib/events/filter.ts";
import { ListHeading } from "./list-heading.tsx";

test("events that took too long to count can be exported all the same", async () => {
  const problem = Promise.resolve({ problem: "slow" as const });
  const heading = await ListHeading({ filter: ALL_EVENTS, asOf: 7, matching: problem, total: problem, newer: null });
  const markup = renderToStaticMarkup(heading);
  expect(markup).toContain("Not counted");
  expect(markup).toMatch(/<button [^>]*aria-haspopup="dialog"[^>]*>.*Export<\/button>/);
});
