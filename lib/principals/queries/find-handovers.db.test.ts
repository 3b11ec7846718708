import { beforeEach, expect, it } from "vitest";
import { emptyDatabase } from "#lib/db/testing/empty-database.ts";
import { insertEvents } from "#lib/events/testing/insert-events.ts";
import { findHandovers, isStsKept } from "./find-handovers.ts";

beforeEach(emptyDatabase);

it("is found among what is kept for a project's marks alone, which doesn't say that such calls are kept", async () => {
  const asOf = await insertEvents([
    {
      eventId: "assumed",
      source: "sts.amazonaws.com",
      action: "AssumeRole",
      issuedKeyId: "ASIAWEB",
      isRelated: true,
    },
  ]);
  const [handover] = (await findHandovers(["ASIAWEB", null], asOf)).get("ASIAWEB") ?? [];
  expect(handover).toMatchObject({ eventId: "assumed", caller: { type: "IAMUser", principalName: "alice" } });
  expect(await isStsKept(asOf)).toBe(false);
});
