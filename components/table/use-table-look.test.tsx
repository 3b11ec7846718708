import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { useShownColumns } from "./use-table-look.ts";

function Shown() {
  return useShownColumns().join(" ");
}

test("what the table shows at first, as columns of the CSV", () => {
  expect(renderToStaticMarkup(<Shown />)).toBe(
    "event_time principal_name summary project_id resource_arn access outcome source_ip",
  );
});
