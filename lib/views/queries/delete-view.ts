import { Prisma } from "#lib/db/prisma.ts";
import { readRows } from "#lib/db/read-rows.ts";
import type { SavedView } from "#lib/views/saved-view.ts";
import { viewColumns, viewRowSchema } from "./view-columns.ts";

/** Deletes a view; null when there is none of that id. */
export async function deleteView(id: string): Promise<SavedView | null> {
  const [view] = await readRows(
    viewRowSchema,
    Prisma.sql`DELETE FROM saved_view WHERE id = ${id} RETURNING ${viewColumns}`,
  );
  return view ?? null;
}
