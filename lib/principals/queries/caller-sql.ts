import { z } from "zod";
import { Prisma } from "#lib/db/prisma.ts";
import type { Caller } from "#lib/principals/person-behind.ts";

/** A row of `callerColumns`. */
export const callerSchema = z.object({
  type: z.string(),
  principalRef: z.int(),
  principalName: z.string(),
  arn: z.string().nullable(),
  issuerArn: z.string().nullable(),
  sessionName: z.string().nullable(),
  sourceIdentity: z.string().nullable(),
  invokedBy: z.string().nullable(),
  accessKeyId: z.string().nullable(),
});
callerSchema satisfies z.ZodType<Caller>;

/** The columns of a `Caller` of `event`. */
export const callerColumns = Prisma.sql`event.principal_type AS type, event.principal_ref AS "principalRef",
  event.principal_name AS "principalName", event.principal_arn AS arn, event.issuer_arn AS "issuerArn",
  event.session_name AS "sessionName", event.source_identity AS "sourceIdentity", event.invoked_by AS "invokedBy",
  event.access_key_id AS "accessKeyId"`;
