import { z } from "zod";
import { isoTimeSql } from "#lib/db/iso-time-sql.ts";
import { Prisma } from "#lib/db/prisma.ts";
import type { SavedView } from "#lib/views/saved-view.ts";

/** A row of `viewColumns`. */
export const viewRowSchema: z.ZodType<SavedView> = z.object({
  id: z.string(),
  name: z.string(),
  query: z.string(),
  isPinned: z.boolean(),
  createdAt: z.string(),
  updatedAt: z.string(),
});

/** The columns of a `SavedView`. */
export const viewColumns = Prisma.sql`id, name, query, is_pinned AS "isPinned",
  ${isoTimeSql(Prisma.sql`created_at`)} AS "createdAt", ${isoTimeSql(Prisma.sql`updated_at`)} AS "updatedAt"`;
