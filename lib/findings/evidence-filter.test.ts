import { expect, test } from "vitest";
import { eventFilterParams } from "#lib/events/filter.ts";
import { evidenceFilter } from "./evidence-filter.ts";

const finding = {
  principal: { id: 1, key: "AIDA*", type: "IAMUser", name: "ann" },
  project: { account: "1", region: "r", id: "shop" },
  resource: "192.0.2.0/24",
  span: { from: "2024-01-01T00:00:00Z", to: "2024-01-01T01:00:00Z" },
};
const address = (...args: Parameters<typeof evidenceFilter>) => {
  const filter = evidenceFilter(...args);
  return filter && decodeURIComponent(eventFilterParams(filter).toString());
};

test("values are literal, and a network is its addresses and no other's", () => {
  expect(address(["principal", "project"], finding)).toBe("principal=AIDA\\*&project=1/r/shop");
  expect(address(["principal", "network"], finding)).toBe("principal=AIDA\\*&ip=192.0.2.*");
  expect(address(["writes", "span"], finding)).toBe("from=2024-01-01T00:00:00Z&to=2024-01-01T01:00:00Z&access=write");
});

test("there is none where one can't tell the events from others", () => {
  expect(address(null, finding)).toBeNull();
  expect(address(["network"], { ...finding, resource: "2001:db8:0::/48" })).toBeNull();
  expect(address(["project"], { ...finding, project: null })).toBeNull();
});
