import { Prisma } from "#lib/db/prisma.ts";
import { readRows } from "#lib/db/read-rows.ts";
import { nameKey, type SavedView } from "#lib/views/saved-view.ts";
import { viewColumns, viewRowSchema } from "./view-columns.ts";

/** The view of a name, whatever its case; null when there is none. */
export async function viewOfName(name: string): Promise<SavedView | null> {
  const [view] = await readRows(
    viewRowSchema,
    Prisma.sql`SELECT ${viewColumns} FROM saved_view WHERE name_key = ${nameKey(name)}`,
  );
  return view ?? null;
}
