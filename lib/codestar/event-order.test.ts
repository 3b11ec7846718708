import { Buffer } from "node:buffer";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { byCodePoint, eventOrder, isAtOrBefore } from "./event-order.ts";

describe("eventOrder", () => {
  it("goes by time, decimals and all, then by id", () => {
    const events = [
      "2024-03-01T00:00:00.5Z b",
      "2024-03-01T00:00:00Z b",
      "2024-03-01T00:00:00.50Z a",
      "2024-03-01T00:00:01Z a",
    ];
    const sorted = events
      .map((text) => ({ eventTime: text.split(" ")[0] ?? "", eventId: text.split(" ")[1] ?? "" }))
      .toSorted(eventOrder);
    expect(sorted.map(({ eventTime, eventId }) => `${eventTime} ${eventId}`)).toEqual([
      "2024-03-01T00:00:00Z b",
      "2024-03-01T00:00:00.50Z a",
      "2024-03-01T00:00:00.5Z b",
      "2024-03-01T00:00:01Z a",
    ]);
  });

  it("compares ids as their bytes do", () => {
    const unit = fc.constantFrom("a", "~", "é", "\ud7ff", "\ue000", "\uffff", "\u{10000}", "\u{1f52d}");
    const text = fc.string({ unit, maxLength: 4 });
    fc.assert(
      fc.property(text, text, (one, other) => {
        expect(byCodePoint(one, other)).toBe(Buffer.compare(Buffer.from(one), Buffer.from(other)));
      }),
    );
  });
});

describe("isAtOrBefore", () => {
  it.each([
    ["2024-03-01T00:00:00Z", "2024-03-01T00:00:00.000Z", true],
    ["2024-03-01T00:00:00.5Z", "2024-03-01T00:00:00Z", false],
    ["2024-03-01T00:00:00Z", "2024-03-01T00:00:00.5Z", true],
  ])("%s, %s: %s", (time, instant, is) => {
    expect(isAtOrBefore(time, instant)).toBe(is);
  });
});
