import { expect, it } from "vitest";
import { zoneNames } from "./zone-names.ts";

it("names each zone once, as it is called now, and knows what it was called", () => {
  expect(zoneNames(["Asia/Calcutta", "Europe/Kiev", "Europe/Kyiv", "Europe/Paris"])).toEqual([
    { zone: "UTC" },
    { zone: "Asia/Kolkata", former: "Asia/Calcutta" },
    { zone: "Europe/Kyiv", former: "Europe/Kiev" },
    { zone: "Europe/Paris" },
  ]);
});

it("offers only names that times can be shown in", () => {
  for (const { zone } of zoneNames()) expect(() => new Intl.DateTimeFormat("en", { timeZone: zone })).not.toThrow();
});
