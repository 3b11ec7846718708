import type { ClientBase } from "pg";

/**
 * Keeps the newest event of each account and region by the transaction's `moved` rows. Where the newest itself went and
 * nothing as new came, the next newest is looked up; the index by time ends that search at the first of the place.
 */
export async function writeNewestEvents(client: ClientBase): Promise<void> {
  await client.query(`
    WITH came AS (
      SELECT account_id, region, max(event_time) AS event_time FROM moved
      WHERE events > 0 AND account_id IS NOT NULL AND region IS NOT NULL GROUP BY 1, 2
    )
    INSERT INTO newest_event AS n (account_id, region, event_time)
    SELECT account_id, region, event_time FROM came ORDER BY 1, 2
    ON CONFLICT (account_id, region) DO UPDATE SET event_time = excluded.event_time
      WHERE n.event_time < excluded.event_time`);
  const { rowCount } = await client.query("SELECT FROM moved WHERE events < 0 LIMIT 1");
  if (rowCount === 0) return;
  const left = `
    WITH went AS (
      SELECT m.account_id, m.region, max(m.event_time) AS event_time FROM moved m
        JOIN newest_event n ON n.account_id = m.account_id AND n.region = m.region AND n.event_time = m.event_time
      GROUP BY 1, 2 HAVING sum(m.events) < 0
    ), next AS (
      SELECT went.account_id, went.region, (
        SELECT e.event_time FROM event e
        WHERE e.event_time <= went.event_time AND e.account_id = went.account_id AND e.region = went.region
            AND NOT e.is_related
        ORDER BY e.event_time DESC LIMIT 1) AS event_time
      FROM went
    )`;
  const isSame = "n.account_id = next.account_id AND n.region = next.region";
  await client.query(`${left} DELETE FROM newest_event n USING next WHERE ${isSame} AND next.event_time IS NULL`);
  await client.query(
    `${left} UPDATE newest_event n SET event_time = next.event_time FROM next WHERE ${isSame} AND next.event_time < n.event_time`,
  );
}
