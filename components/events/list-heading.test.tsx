import { renderToStaticMarkup } from "react-dom/server";
import { NuqsTestingAdapter } from "nuqs/adapters/testing";
import { expect, test } from "vitest";
import { ALL_EVENTS } from "#lib/events/filter.ts";
import { DEFAULT_LOOK } from "#components/table/table-look.ts";
import { ListHeading } from "./list-heading.tsx";

test("events that are still counted can be exported all the same", () => {
  const never = new Promise<never>(() => undefined);
  const markup = renderToStaticMarkup(
    <NuqsTestingAdapter>
      <ListHeading
        filter={ALL_EVENTS}
        asOf={7}
        matching={never}
        total={never}
        look={DEFAULT_LOOK}
        order="desc"
        now={new Date(0)}
      />
    </NuqsTestingAdapter>,
  );
  expect(markup).toContain("Still counting…");
  expect(markup).toMatch(/<button [^>]*aria-haspopup="dialog"[^>]*>.*Export<\/button>/);
});
