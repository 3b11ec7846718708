import type pg from "pg";

/** Values of the made events to filter by: of each field the most frequent, and of some a rare one. */
export type Busiest = Record<
  "project" | "principal" | "action" | "account" | "region" | "ip" | "key" | "error" | "rarePrincipal" | "rareKey",
  string
>;

/** Looks them up in the events themselves. */
export async function busiestOf(client: pg.Client): Promise<Busiest> {
  const value = async (expression: string, joins: string, order: "ASC" | "DESC" = "DESC") => {
    const { rows } = await client.query<{ value: string }>(
      `SELECT ${expression} AS value FROM event ${joins} WHERE ${expression} IS NOT NULL
       GROUP BY 1 ORDER BY count(*) ${order}, 1 LIMIT 1`,
    );
    return rows[0]?.value ?? "";
  };
  const principal = "JOIN principal ON principal.id = principal_ref";
  return {
    project: await value(
      "project.account_id || '/' || project.region || '/' || project.project_id",
      "JOIN project ON project.id = project_ref",
    ),
    principal: await value("principal.key", principal),
    rarePrincipal: await value("principal.key", principal, "ASC"),
    action: await value("action.event_name", "JOIN action ON action.id = action_ref"),
    account: await value("event.account_id", ""),
    region: await value("event.region", ""),
    ip: await value("event.source_ip", ""),
    key: await value("event.access_key_id", ""),
    rareKey: await value("event.access_key_id", "", "ASC"),
    error: await value("event.error_code", ""),
  };
}
