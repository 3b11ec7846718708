import fc from "fast-check";

/**
 * Filters as the addresses' contract has them (docs/api.md), and what they mean said once more in plain SQL over one
 * flat table: nothing here is shared with the product.
 */
export type PlainFilter = { name: string; values: string[] }[];

type Row = Record<string, string | null>;
export type Query = (sql: string, values?: unknown[]) => Promise<Row[]>;

/** The columns by which each facet groups; `principal` is who they are, not what they were called. */
export const FACET_COLUMNS: Record<string, string> = {
  project: "project",
  principal: "principal_key",
  action: "event_name",
  source: "event_source",
  account: "account_id",
  region: "region",
  access: "access",
  outcome: "outcome",
  error: "error_code",
  ip: "source_ip",
  key: "access_key_id",
  resource: "resource_arn",
  subject: "subject_arn",
};

/** One flat table of all events, in the connection's own temporary schema. */
export async function makePlainTable(query: Query): Promise<void> {
  await query(`CREATE TEMP TABLE plain AS
    SELECT e.event_id, e.event_time, a.event_source, a.event_name, e.access::text, e.outcome::text, e.error_code,
      e.principal_name, e.principal_arn, e.issuer_arn, who.key AS principal_key,
      CASE WHEN who.type IN ('AssumedRole', 'Role') THEN who.name END AS role_name,
      p.project_id, p.account_id || '/' || p.region || '/' || p.project_id AS project,
      m.project_id AS marked_id, m.account_id || '/' || m.region || '/' || m.project_id AS marked,
      e.subject_arn, e.resource_arn, e.resource_keys, e.account_id, e.region, e.source_ip, e.access_key_id,
      e.user_agent, e.mfa::text, e.client, e.source_network, e.is_related, e.related_reason, r.record::text AS record
    FROM event e JOIN action a ON a.id = e.action_ref JOIN principal who ON who.id = e.principal_ref
    JOIN event_record r ON r.event_id = e.event_id
    LEFT JOIN project p ON p.id = e.project_ref LEFT JOIN project m ON m.id = e.related_project_ref`);
}

export type Group = { value: string | null; count: number };

/** How often each value of each facet occurs: the most frequent first, then by their bytes, those without one last. */
export async function plainGroups(query: Query, condition: string): Promise<Record<string, Group[]>> {
  const columns = Object.values(FACET_COLUMNS);
  const rows = await query(`SELECT coalesce(${columns.join(", ")}) AS value, count(*),
      CASE ${columns.map((column) => `WHEN GROUPING(${column}) = 0 THEN '${column}'`).join(" ")} END AS counted
    FROM plain WHERE ${condition} GROUP BY GROUPING SETS (${columns.map((column) => `(${column})`).join(", ")})
    ORDER BY count(*) DESC, coalesce(${columns.join(", ")}) COLLATE "C" NULLS LAST`);
  return Object.fromEntries(
    Object.entries(FACET_COLUMNS).map(([field, column]) => [
      field,
      rows.flatMap(({ counted, value, count }) =>
        counted === column ? [{ value: value ?? null, count: Number(count) }] : [],
      ),
    ]),
  );
}

/** Values that occur, some of each kind, the frequent and the rare. */
export async function vocabulary(query: Query): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  const columns = { ...FACET_COLUMNS, principal_name: "principal_name", project_id: "project_id", agent: "user_agent" };
  for (const [name, column] of Object.entries({ ...columns, network: "source_network", client: "client" })) {
    const rows = await query(`SELECT ${column} AS value FROM plain WHERE ${column} IS NOT NULL GROUP BY 1
      ORDER BY count(*) DESC, 1 LIMIT 40`);
    found[name] = rows.map(({ value }) => value ?? "");
  }
  const times = await query(`SELECT to_char(event_time AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS value
    FROM plain ORDER BY md5(event_id) LIMIT 60`);
  return { ...found, time: times.map(({ value }) => value ?? "") };
}

/** Filters out of these values: whole ones, patterns, excluded ones, none, unknown ones, words and times. */
export function plainFilters(words: Record<string, string[]>): fc.Arbitrary<PlainFilter> {
  const literal = (value: string) => value.replaceAll(/[\\*]/g, "\\$&").replace(/^!/, "\\!");
  const known = (name: string) =>
    fc.oneof(
      { weight: 12, arbitrary: fc.constantFrom(...(words[name] ?? [])).map(literal) },
      {
        weight: 3,
        arbitrary: fc.constantFrom(...(words[name] ?? [])).map((value) => `${literal(value.slice(0, 6))}*`),
      },
      { weight: 2, arbitrary: fc.constantFrom(...(words[name] ?? [])).map((value) => `*${literal(value.slice(-5))}`) },
      { weight: 1, arbitrary: fc.constantFrom("*", "nobody knows this", "%", "_") },
    );
  const value = (name: string) =>
    fc.tuple(fc.nat(3), known(name)).map(([odds, text]) => (odds === 0 ? `!${text}` : text));
  const terms = (name: string, from = name) =>
    fc
      .array(fc.oneof({ weight: 9, arbitrary: value(from) }, { weight: 1, arbitrary: fc.constant("!*") }), {
        minLength: 1,
        maxLength: 3,
      })
      .map((values) => ({ name, values }));
  const choice = (name: string, ...values: string[]) =>
    fc.constantFrom(...values).map((chosen) => ({ name, values: [chosen] }));
  const any = fc.oneof(
    ...["project", "principal", "action", "source", "account", "region", "error", "ip", "key", "subject"].map((name) =>
      terms(name),
    ),
    ...["resource", "agent", "network", "client"].map((name) => terms(name)),
    terms("principal", "principal_name"),
    terms("project", "project_id"),
    choice("access", "read", "write", "!read"),
    choice("outcome", "success", "failure", "!failure"),
    choice("mfa", "true", "false", "!*", "!true"),
    choice("related", "include", "only"),
    choice("q", "viewer", "AccessDenied", "!codestar", "shop dev", "not-in-any-record"),
    fc.constantFrom(...(words.time ?? [])).map((time) => ({ name: "from", values: [time] })),
    fc.constantFrom(...(words.time ?? [])).map((time) => ({ name: "to", values: [time] })),
  );
  return fc.uniqueArray(any, { minLength: 1, maxLength: 4, selector: ({ name }) => name });
}

/** The filter as an address has it. */
export function addressParams(filter: PlainFilter): URLSearchParams {
  return new URLSearchParams(filter.flatMap(({ name, values }) => values.map((value) => [name, value])));
}

const COLUMNS: Record<string, string[]> = {
  ...Object.fromEntries(Object.entries(FACET_COLUMNS).map(([name, column]) => [name, [column]])),
  principal: ["principal_key", "role_name", "principal_arn", "issuer_arn", "principal_name"],
  project: ["project_id", "project"],
  agent: ["user_agent"],
  network: ["source_network"],
  client: ["client"],
  mfa: ["mfa"],
  q: ["record"],
};

/** The condition on `plain`. */
export function plainCondition(filter: PlainFilter): string {
  const related = filter.find(({ name }) => name === "related")?.values[0];
  const conditions = filter.map(({ name, values }) => {
    if (name === "related") return "TRUE";
    if (name === "from") return `event_time >= ${text(values[0] ?? "")}`;
    if (name === "to") return `event_time < ${text(values[0] ?? "")}`;
    const columns = COLUMNS[name] ?? [];
    const all = name === "project" && related !== undefined ? [...columns, "marked_id", "marked"] : columns;
    const isAny = (terms: string[]) => terms.map((term) => `coalesce(${termCondition(name, all, term)}, FALSE)`);
    const isNone = (value: string) => value === "!*" && values.some((other) => !other.startsWith("!"));
    const included = [
      ...isAny(values.filter((value) => !value.startsWith("!"))),
      ...(values.some(isNone) ? [`NOT (${isAny(["*"]).join(" OR ")})`] : []),
    ];
    const excluded = isAny(
      values.filter((value) => value.startsWith("!") && !isNone(value)).map((value) => value.slice(1)),
    );
    return [
      included.length === 0 ? "TRUE" : `(${included.join(" OR ")})`,
      excluded.length === 0 ? "TRUE" : `NOT (${excluded.join(" OR ")})`,
    ].join(" AND ");
  });
  const marked = `(is_related OR marked IS NOT NULL OR related_reason NOT IN ('pipeline-name', 'build-project-name',
    'repository-name', 'application-name'))`;
  const scope = related === undefined ? "NOT is_related" : related === "only" ? marked : "TRUE";
  return [scope, ...conditions].join(" AND ");
}

function termCondition(name: string, columns: string[], term: string): string {
  if (name === "q") {
    return term
      .split(" ")
      .map((word) => `strpos(lower(record), lower(${text(word)})) > 0`)
      .join(" AND ");
  }
  const spellings = ["resource", "subject"].includes(name)
    ? [
        term.replace(":codestar-connections:", ":codeconnections:"),
        term.replace(":codeconnections:", ":codestar-connections:"),
      ]
    : [term];
  const likes = columns.flatMap((column) => spellings.map((pattern) => `${column} LIKE ${text(likePattern(pattern))}`));
  // A whole ARN finds whatever names the resource, not only what acts on it.
  if (name === "resource" && !/(^|[^\\])\*/.test(term)) likes.push(`${text(spellings[0] ?? "")} = ANY(resource_keys)`);
  return likes.join(" OR ");
}

function likePattern(pattern: string): string {
  return pattern.replaceAll(/\\[\\*!]|[*%_\\]/g, (part) => {
    if (part === "*") return "%";
    if (part === "\\*" || part === "\\!") return part.slice(1);
    return `\\${part.slice(-1)}`;
  });
}

function text(value: string): string {
  return `E'${value.replaceAll("\\", "\\\\").replaceAll("'", "''")}'`;
}
