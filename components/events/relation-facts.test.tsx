import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { EventRow } from "#lib/events/event-row.ts";
import { RelationFacts } from "./relation-facts.tsx";

it("shows what can't be seen in a project's id", () => {
  const related = { relatedReason: "stack", relatedAccount: "111122223333", relatedRegion: "eu-west-1" };
  const event = { ...related, relatedProjectId: "shop\u202e", isRelated: true } as EventRow;
  expect(renderToStaticMarkup(<RelationFacts event={event} />)).toContain('data-code="');
});
