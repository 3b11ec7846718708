import type { TestEvent } from "#lib/events/testing/test-event.ts";
import type { Site } from "./site.ts";

/** Has events come in at a site as one commit of the sync. A test process does it for one site alone. */
export async function arrive(site: Site, events: TestEvent[]): Promise<void> {
  process.env.DATABASE_URL = site.databaseUrl;
  // The environment is read when the module is.
  const { insertEvents } = await import("#lib/events/testing/insert-events.ts");
  await insertEvents(events);
}
