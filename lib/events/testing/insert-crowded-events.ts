import { emptyDatabase } from "#lib/db/testing/empty-database.ts";
import { insertEvents } from "./insert-events.ts";

/** 300 events of nine projects and none, two sources, over four days with a change of Berlin's clocks among them. */
export async function insertCrowdedEvents(): Promise<void> {
  await emptyDatabase();
  const project = (index: number) => (index === 0 ? null : `111122223333/eu-west-1/project-${index}`);
  await insertEvents(
    Array.from({ length: 300 }, (_, index) => ({
      eventId: `event-${index}`,
      eventTime: new Date(Date.parse("2024-03-29T10:20:00Z") + index * 1_000_000).toISOString(),
      source: ["codestar.amazonaws.com", "codestar-connections.amazonaws.com"][index % 2],
      access: index % 3 === 0 ? "write" : "read",
      errorCode: index % 7 === 0 ? "AccessDenied" : null,
      project: project(Math.min(index % 13, 9)),
    })),
  );
}
