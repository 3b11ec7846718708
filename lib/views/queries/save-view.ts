import { randomBytes } from "node:crypto";
import { Prisma } from "#lib/db/prisma.ts";
import { readRows } from "#lib/db/read-rows.ts";
import { MOST_VIEWS, nameKey, type SavedView } from "#lib/views/saved-view.ts";
import type { NewView } from "#lib/views/view-schema.ts";
import { viewOfName } from "./view-of-name.ts";
import { viewColumns, viewRowSchema } from "./view-columns.ts";

export type Saved = { view: SavedView } | { taken: SavedView } | { isFull: true };

/** Keeps a view, unless its name is another's or there are as many views as there may be. */
export async function saveView({ name, query, isPinned = false }: NewView): Promise<Saved> {
  const [view] = await readRows(
    viewRowSchema,
    Prisma.sql`INSERT INTO saved_view (id, name, name_key, query, is_pinned)
      SELECT ${newId()}, ${name}, ${nameKey(name)}, ${query}, ${isPinned}
      WHERE (SELECT count(*) FROM saved_view) < ${MOST_VIEWS}
      ON CONFLICT (name_key) DO NOTHING RETURNING ${viewColumns}`,
  );
  if (view) return { view };
  const taken = await viewOfName(name);
  return taken ? { taken } : { isFull: true };
}

/** 60 bits in twelve letters and digits that a person can read out. */
function newId(): string {
  return Array.from(randomBytes(12), (byte) => "abcdefghjkmnpqrstuvwxyz123456789"[byte % 32]).join("");
}
