import { beforeEach, describe, expect, it } from "vitest";
import { pool } from "#lib/db/pool.ts";
import { emptyDatabase } from "#lib/db/testing/empty-database.ts";
import { MOST_VIEWS } from "#lib/views/saved-view.ts";
import { changeView } from "./change-view.ts";
import { deleteView } from "./delete-view.ts";
import { findView } from "./find-view.ts";
import { listViews } from "./list-views.ts";
import { saveView } from "./save-view.ts";

beforeEach(emptyDatabase);

async function saved(name: string, query = "", isPinned = false) {
  const answer = await saveView({ name, query, isPinned });
  if (!("view" in answer)) throw new Error(`${name} was not saved.`);
  return answer.view;
}
const names = async () => (await listViews()).map((view) => view.name);

describe("saved views", () => {
  it("are kept as they are written, pinned ones first, then by name", async () => {
    const query = "colour=red&q=%27%3B+DROP+TABLE&from=-7d&from=soon";
    const view = await saved("'; DROP TABLE saved_view; --", query);
    expect(view).toMatchObject({ name: "'; DROP TABLE saved_view; --", query, isPinned: false });
    expect(view.id).toMatch(/^[a-z0-9]{12}$/);
    await saved("zebra", "", true);
    await saved("Ähre");
    await saved("alpha");
    expect(await names()).toEqual(["zebra", "'; DROP TABLE saved_view; --", "alpha", "Ähre"]);
    expect(await findView(view.id)).toEqual(view);
  });

  it("of one name are one, whatever its case", async () => {
    const first = await saved("Übersicht");
    expect(await saveView({ name: "ÜBERSICHT", query: "a=1" })).toEqual({ taken: first });
    const other = await saved("Other");
    expect(await changeView(other.id, { name: "üBERSICHT" })).toEqual({ taken: first });
    expect(await names()).toEqual(["Other", "Übersicht"]);
    expect(await changeView(first.id, { name: "ÜBERSICHT" })).toMatchObject({ view: { name: "ÜBERSICHT" } });
  });

  it("of one name, asked for at once, are one", async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => saveView({ name: "same", query: "" })));
    expect(answers.filter((answer) => "view" in answer)).toHaveLength(1);
    expect(answers.filter((answer) => "taken" in answer)).toHaveLength(7);
  });

  it("change what was asked and nothing else", async () => {
    const view = await saved("one", "a=1");
    expect(await changeView(view.id, { isPinned: true })).toMatchObject({
      view: { name: "one", query: "a=1", isPinned: true },
    });
    expect(await changeView(view.id, { query: "b=2" })).toMatchObject({
      view: { name: "one", query: "b=2", isPinned: true },
    });
    expect(await changeView(view.id, {})).toMatchObject({ view: { name: "one", query: "b=2", isPinned: true } });
    expect(await changeView("nothere", { name: "two" })).toBeNull();
  });

  it("are gone once deleted, and their id never comes back", async () => {
    const view = await saved("one");
    expect(await deleteView(view.id)).toMatchObject({ name: "one" });
    expect(await deleteView(view.id)).toBeNull();
    expect(await findView(view.id)).toBeNull();
    expect((await saved("one")).id).not.toBe(view.id);
  });

  it.each(["", "nul\u0000", "' OR 1=1 --", "x".repeat(100_000), "\ud800"])("are not found by %j", async (id) => {
    await saved("one");
    expect(await findView(id)).toBeNull();
  });

  it("are no more than the list can show", async () => {
    await pool().query(
      `INSERT INTO saved_view (id, name, name_key, query) SELECT 'id' || n, 'n' || n, 'n' || n, '' FROM generate_series(1, $1::int) AS n`,
      [MOST_VIEWS],
    );
    expect(await saveView({ name: "one more", query: "" })).toEqual({ isFull: true });
    expect(await saveView({ name: "N7", query: "" })).toMatchObject({ taken: { id: "id7" } });
  });
});
