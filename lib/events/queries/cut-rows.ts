import type { Cut } from "#lib/events/activity.ts";

/** A bounded list out of rows that each say how many there are in all. */
export function cutRows<Row extends { total: number }>(rows: Row[]): Cut<Omit<Row, "total">> {
  const items = rows.map((row): Omit<Row, "total"> => {
    const { total, ...item } = row;
    void total;
    return item;
  });
  return { items, total: rows[0]?.total ?? 0 };
}
