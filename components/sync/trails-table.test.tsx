import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { TrailsTable } from "./trails-table.tsx";

const trail = {
  id: 1,
  url: "s3://bucket/p",
  lastCompletePassAt: "2024-05-01T10:00:00Z",
  lastFullPassAt: null,
  newestLogFileAt: null,
  paused: null,
};
const markupOf = (trails: Parameters<typeof TrailsTable>[0]["trails"]) =>
  renderToStaticMarkup(<TrailsTable trails={trails} now="2024-05-02T10:00:00Z" timeZone="UTC" />);

test("a paused trail says since when, why, and when it is tried again; the others say nothing", () => {
  const reason = "The bucket <b> may not be listed: grant s3:ListBucket.";
  const paused = { since: "2024-05-02T08:00:00Z", nextTryAfter: "2024-05-02T09:30:00Z", reason };
  const markup = markupOf([{ ...trail, paused }]);
  for (const said of ["Paused since", "08:00:00", "09:30:00", "The bucket &lt;b&gt; may not be listed"])
    expect(markup).toContain(said);
  expect(markupOf([trail])).not.toContain("Paused");
});
