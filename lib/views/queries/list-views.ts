import { Prisma } from "#lib/db/prisma.ts";
import { readRows } from "#lib/db/read-rows.ts";
import { MOST_VIEWS, type SavedView } from "#lib/views/saved-view.ts";
import { viewColumns, viewRowSchema } from "./view-columns.ts";

/** All views, pinned ones first, each by name. */
export function listViews(): Promise<SavedView[]> {
  return readRows(
    viewRowSchema,
    Prisma.sql`SELECT ${viewColumns} FROM saved_view ORDER BY is_pinned DESC, name_key COLLATE "C" LIMIT ${MOST_VIEWS}`,
  );
}
