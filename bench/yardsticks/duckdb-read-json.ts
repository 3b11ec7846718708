import { availableParallelism } from "node:os";
import { DuckDBInstance } from "@duckdb/node-api";
import { z } from "zod";
import { yardstick } from "./yardstick.ts";

// The same filter in SQL: as one writes it at first, with types that DuckDB finds (by looking at everything, or else it
// stumbles over what a few records have and most don't), or with the wanted columns named, so that nothing else of a
// record is made. Lists of JSON and filtered lists lie between.

const input = z.object({ pattern: z.string(), sources: z.array(z.string()), hasColumns: z.boolean() });

const TEXTS =
  "eventVersion, eventTime, eventSource, eventName, awsRegion, sourceIPAddress, userAgent, errorCode, errorMessage, requestID, eventID, readOnly, eventType, recipientAccountId";
const OBJECTS = "userIdentity, requestParameters, responseElements, additionalEventData, resources";

await yardstick(input, async ({ pattern, sources, hasColumns }) => {
  const columns = [
    ...TEXTS.split(", ").map((name) => `${name} VARCHAR`),
    ...OBJECTS.split(", ").map((name) => `${name} JSON`),
  ].join(", ");
  const reading = hasColumns
    ? `format = 'unstructured', columns = {Records: 'STRUCT(${columns})[]'}`
    : `sample_size = -1, maximum_sample_files = 1000000`;
  const text = (value: string) => `'${value.replaceAll("'", "''")}'`;
  const started = performance.now();
  const instance = await DuckDBInstance.create(":memory:", { threads: String(availableParallelism()) });
  const connection = await instance.connect();
  const answer = await connection.runAndReadAll(`
    SELECT r.* FROM (SELECT unnest(Records) AS r FROM read_json(${text(pattern)}, ${reading}))
    WHERE r.eventSource IN (${sources.map(text).join(", ")})
      OR (r.eventSource = 'events.amazonaws.com' AND r.eventName IN ('CreateNotificationRule', 'Subscribe')
        AND 'codestar-notifications.amazonaws.com' IN (r.sourceIPAddress, r.userAgent))`);
  const elapsedMs = performance.now() - started;
  return { elapsedMs, count: answer.currentRowCount, bytes: 0 };
});
