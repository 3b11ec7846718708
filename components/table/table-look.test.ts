import { expect, test } from "vitest";
import { EVENT_FIELDS } from "#lib/events/fields.ts";
import { COLUMNS, csvColumnsOf, DEFAULT_LOOK, lookText, parseLook, type TableLook } from "./table-look.ts";

test("a look comes back as it was kept", () => {
  const look: TableLook = { columns: ["what", "mfa", "eventTime"], widths: { what: 420, eventTime: 180 }, density: 40 };
  expect(parseLook(lookText(look))).toEqual(look);
});

test("the look that everybody begins with isn't kept", () => {
  expect(lookText(DEFAULT_LOOK)).toBe("");
  expect(parseLook("")).toEqual(DEFAULT_LOOK);
});

test("what isn't understood is left out", () => {
  expect(parseLook("33 colour:9 eventTime:x what:99999 what:100 mfa:1 __proto__:70 constructor")).toEqual({
    columns: ["eventTime", "what", "mfa"],
    widths: { mfa: 48 },
    density: 32,
  });
  expect(parseLook("40 colour")).toEqual(DEFAULT_LOOK);
});

test("every field can be a column, and leads to its column of the CSV", () => {
  for (const { key, name } of EVENT_FIELDS) {
    expect(COLUMNS.has(key)).toBe(true);
    expect(csvColumnsOf([key])).toEqual([name]);
  }
  expect(csvColumnsOf(["onWhat", "eventTime", "projectId"])).toEqual(["project_id", "resource_arn", "event_time"]);
});
