import { Prisma } from "#lib/db/prisma.ts";
import { readRows } from "#lib/db/read-rows.ts";
import type { SavedView } from "#lib/views/saved-view.ts";
import { viewColumns, viewRowSchema } from "./view-columns.ts";

/** The view of an id, whatever text that is; null when there is none. */
export async function findView(id: string): Promise<SavedView | null> {
  // No id has such characters, and Postgres takes no NUL.
  if (!/^[a-z0-9]+$/.test(id)) return null;
  const [view] = await readRows(viewRowSchema, Prisma.sql`SELECT ${viewColumns} FROM saved_view WHERE id = ${id}`);
  return view ?? null;
}
