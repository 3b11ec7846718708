import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { parseEventFilter } from "#lib/events/filter.ts";
import type { Answer } from "#components/states/answer-of.ts";
import { ListCounts } from "./list-counts.tsx";

const { filter } = parseEventFilter(new URLSearchParams("project=web"));
const counts = (events: number) => ({ data: { events, failures: 1, writes: 2, asOf: 7 } });

async function drawn(matching: Answer<{ events: number; failures: number; writes: number; asOf: number }>) {
  const answers = { matching: Promise.resolve(matching), total: Promise.resolve(counts(48_310)) };
  return renderToStaticMarkup(await ListCounts({ filter, ...answers }));
}

test("what matches stands beside what there is, and failures and writes lead to theirs", async () => {
  const markup = await drawn(counts(1204));
  expect(markup).toContain("1,204 of 48,310 events");
  expect(markup).toContain("/events?outcome=failure&amp;project=web");
  expect(markup).toContain("/events?access=write&amp;project=web");
});

test("a count that was stopped says so and shows no number", async () => {
  const markup = await drawn({ problem: "slow" });
  expect(markup).toContain("Not counted: it took too long and was stopped");
  expect(markup).not.toContain("48,310");
});
