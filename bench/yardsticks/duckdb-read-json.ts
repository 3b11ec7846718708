import { availableParallelism } from "node:os";
import { DuckDBInstance } from "@duckdb/node-api";
import { z } from "zod";
import { yardstick } from "./yardstick.ts";

// The same filter in SQL. Of six ways to write it the fastest: named columns, so that nothing else of a record is
// made; types found by sampling, lists of JSON and filtered lists took up to twice as long.

const input = z.object({ pattern: z.string(), sources: z.array(z.string()) });

const TEXTS =
  "eventVersion, eventTime, eventSource, eventName, awsRegion, sourceIPAddress, userAgent, errorCode, errorMessage, requestID, eventID, readOnly, eventType, recipientAccountId";
const OBJECTS = "userIdentity, requestParameters, responseElements, additionalEventData, resources";

await yardstick(input, async ({ pattern, sources }) => {
  const columns = [
    ...TEXTS.split(", ").map((name) => `${name} VARCHAR`),
    ...OBJECTS.split(", ").map((name) => `${name} JSON`),
  ].join(", ");
  const text = (value: string) => `'${value.replaceAll("'", "''")}'`;
  const started = performance.now();
  const instance = await DuckDBInstance.create(":memory:", { threads: String(availableParallelism()) });
  const connection = await instance.connect();
  const answer = await connection.runAndReadAll(`
    SELECT r.* FROM (
      SELECT unnest(Records) AS r
      FROM read_json(${text(pattern)}, format = 'unstructured', columns = {Records: 'STRUCT(${columns})[]'})
    )
    WHERE r.eventSource IN (${sources.map(text).join(", ")})
      OR (r.eventSource = 'events.amazonaws.com' AND r.eventName IN ('CreateNotificationRule', 'Subscribe')
        AND 'codestar-notifications.amazonaws.com' IN (r.sourceIPAddress, r.userAgent))`);
  const elapsedMs = performance.now() - started;
  return { elapsedMs, count: answer.currentRowCount, bytes: 0 };
});
