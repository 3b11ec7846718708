import { Prisma } from "#lib/db/prisma.ts";
import { readRows } from "#lib/db/read-rows.ts";
import { nameKey, type SavedView } from "#lib/views/saved-view.ts";
import type { ViewChange } from "#lib/views/view-schema.ts";
import { viewColumns, viewRowSchema } from "./view-columns.ts";
import { viewOfName } from "./view-of-name.ts";

/** Renames, pins or unpins a view, or has it show something else; null when there is none of that id. */
export async function changeView(
  id: string,
  { name, query, isPinned }: ViewChange,
): Promise<{ view: SavedView } | { taken: SavedView } | null> {
  const values = [
    ...(name === undefined ? [] : [Prisma.sql`name = ${name}`, Prisma.sql`name_key = ${nameKey(name)}`]),
    ...(query === undefined ? [] : [Prisma.sql`query = ${query}`]),
    ...(isPinned === undefined ? [] : [Prisma.sql`is_pinned = ${isPinned}`]),
    Prisma.sql`updated_at = now()`,
  ];
  try {
    const [view] = await readRows(
      viewRowSchema,
      Prisma.sql`UPDATE saved_view SET ${Prisma.join(values)} WHERE id = ${id} RETURNING ${viewColumns}`,
    );
    return view ? { view } : null;
  } catch (error) {
    // The database alone can tell, as another may take the name in the same moment.
    const taken = name === undefined ? null : await viewOfName(name);
    if (taken !== null && taken.id !== id) return { taken };
    throw error;
  }
}
