import { z } from "zod";
import { Prisma } from "#lib/db/prisma.ts";
import { readRows } from "#lib/db/read-rows.ts";
import { MARKED_REASONS } from "#lib/codestar/related-reasons.ts";
import { namedResource } from "#lib/codestar/resource-kind.ts";
import { otherSpelling } from "#lib/codestar/resource-key.ts";
import type { EventField } from "#lib/events/event-field.ts";
import { type EventFilter, FILTER_FIELDS, filterTimeRange } from "#lib/events/filter.ts";
import { type FilterTerm, isNoneTerm, patternParts } from "#lib/events/filter-term.ts";
import { columnSql, matchSql, wordsSql } from "./match-sql.ts";

/** When a filter is applied: to the events up to a commit, with relative times counted from an instant. */
export type AsOf = { asOf: number; now: Date };

/**
 * The condition on `event` that a filter stands for. Actions, projects and principals are looked up first, so that
 * the condition on events is one of numbers, for which there are indexes.
 */
export async function filterSql(filter: EventFilter, { asOf, now }: AsOf): Promise<Prisma.Sql> {
  const conditions = [
    Prisma.sql`event.commit_no <= ${asOf}`,
    ...timeSql(filterTimeRange(filter, now)),
    ...relatedSql(filter),
    ...(await termsSql(filter)),
  ];
  return Prisma.join(conditions, " AND ");
}

/** Conditions for `from` (included) and `to` (excluded). */
export function timeSql({ from, to }: { from: Date | null; to: Date | null }): Prisma.Sql[] {
  const conditions: Prisma.Sql[] = [];
  if (from) conditions.push(Prisma.sql`event.event_time >= ${from.toISOString()}::timestamptz`);
  if (to) conditions.push(Prisma.sql`event.event_time < ${to.toISOString()}::timestamptz`);
  return conditions;
}

/**
 * The condition on events that is there unless somebody asks for what other services did: those of the family and of
 * EVENT_SOURCES. Whatever counts or lists events has it, or `relatedSql`.
 */
export const NOT_RELATED = Prisma.sql`NOT event.is_related`;

/** The condition that `related` stands for; everything needs none. */
export function relatedSql({ related }: EventFilter): Prisma.Sql[] {
  if (related === undefined) return [NOT_RELATED];
  if (related === "include") return [];
  return [
    Prisma.sql`(event.is_related OR event.related_project_ref IS NOT NULL OR event.related_reason = ANY(${MARKED_REASONS}))`,
  ];
}

/** Conditions for all filters by value. */
export async function termsSql(filter: EventFilter): Promise<Prisma.Sql[]> {
  const perFilter = await Promise.all(
    Object.entries(filter.terms).map(async ([name, terms]) => {
      const included = terms.filter((term) => !term.isExcluded);
      const none = name === "q" || included.length === 0 ? undefined : terms.find(isNoneTerm);
      const excluded = terms.filter((term) => term.isExcluded && term !== none);
      const anyOf = async (some: FilterTerm[]) => Prisma.sql`(${await anyOfSql(name, some, filter)})`;
      // Not true rather than false: an event without a value isn't one that has the excluded value.
      const noneOf = async (some: FilterTerm[]) => Prisma.sql`${await anyOf(some)} IS NOT TRUE`;
      const sql: Prisma.Sql[] = [];
      if (none) sql.push(Prisma.sql`(${await anyOf(included)} OR ${await noneOf([none])})`);
      else if (included.length > 0) sql.push(await anyOf(included));
      if (excluded.length > 0) sql.push(await noneOf(excluded));
      return sql;
    }),
  );
  return perFilter.flat();
}

async function anyOfSql(name: string, terms: readonly FilterTerm[], filter: EventFilter): Promise<Prisma.Sql> {
  if (name === "q") return wordsSql(terms);
  const field = FILTER_FIELDS.get(name);
  if (field === undefined) throw new TypeError(`There is no filter named ${name}`);
  switch (field.kind) {
    case "project": {
      const ids = await projectRefs(terms);
      const own = refSql("event.project_ref", ids);
      return filter.related === undefined ? own : Prisma.sql`${own} OR ${refSql("event.related_project_ref", ids)}`;
    }
    case "principal":
      return principalSql(terms);
    case "enum":
    case "id":
    case "text":
      return textSql(field, terms);
    case "arn":
      return name === "resource" ? resourceSql(field, terms) : textSql(field, terms.flatMap(inBothSpellings));
    case "flag":
      return matchSql(Prisma.sql`${columnSql(field.column)}::text`, terms);
    case "time":
      throw new TypeError(`${name} is no filter by value`);
  }
}

/**
 * A resource that has a page is found wherever an event names it, in either spelling; anything else as it is written.
 * An event rule is EventBridge's, too, whose own records name it their way.
 */
async function resourceSql(field: EventField, terms: readonly FilterTerm[]): Promise<Prisma.Sql> {
  const resources = terms.map(({ pattern }) => {
    const [literal = "", ...more] = patternParts(pattern);
    return more.length > 0 ? null : namedResource(literal);
  });
  const keys = resources.flatMap((resource) => resource?.key ?? []);
  const others = terms.filter((_, index) => (resources[index]?.kind ?? "event-rule") === "event-rule");
  const written = await textSql(field, others.flatMap(inBothSpellings));
  return keys.length === 0 ? written : Prisma.sql`event.resource_keys && ${keys}::text[] OR ${written}`;
}

/** Connections has two names, and its ARNs two spellings of one thing. */
function inBothSpellings(term: FilterTerm): FilterTerm[] {
  const other = otherSpelling(term.pattern);
  return other === null ? [term] : [term, { ...term, pattern: other }];
}

async function textSql(field: EventField, terms: readonly FilterTerm[]): Promise<Prisma.Sql> {
  const match = matchSql(columnSql(field.column), terms);
  if (!field.column.startsWith("action.")) return match;
  return refSql("event.action_ref", await refs(Prisma.sql`SELECT id FROM action WHERE ${match}`));
}

function projectRefs(terms: readonly FilterTerm[]): Promise<number[]> {
  const whole = Prisma.sql`account_id || '/' || region || '/' || project_id`;
  return refs(
    Prisma.sql`SELECT id FROM project WHERE ${matchSql(Prisma.sql`project_id`, terms)} OR ${matchSql(whole, terms)}`,
  );
}

/**
 * Where a principal's key is an id or a role's ARN it means that principal, whom nothing else is called by: what it did
 * is found by a number. Everything else, such as a user's ARN, is looked for in what events say of their principal and
 * its issuer. A principal's own name counts for roles only, whose name is part of what identifies them: an IAM user's
 * may change with a later file, and a list as of an earlier commit must not.
 */
async function principalSql(terms: readonly FilterTerm[]): Promise<Prisma.Sql> {
  const literals = terms
    .map(({ pattern }) => patternParts(pattern))
    .map((parts) => (parts.length === 1 ? parts[0] : null));
  const { keys, matched } = await principalsOf(terms);
  const others = terms.filter((_, index) => !keys.has(literals[index] ?? ""));
  const own = refSql("event.principal_ref", matched);
  if (others.length === 0) return own;
  const columns = [Prisma.sql`event.principal_arn`, Prisma.sql`event.issuer_arn`, Prisma.sql`event.principal_name`];
  return Prisma.join([own, ...columns.map((column) => matchSql(column, others))], " OR ");
}

const ROLES = ["AssumedRole", "Role"];

/** The principals that terms mean by key or name, and those of their keys that stand for nothing else. */
async function principalsOf(terms: readonly FilterTerm[]): Promise<{ keys: Set<string>; matched: number[] }> {
  const rows = await readRows(
    z.object({ id: z.int(), key: z.string(), type: z.string() }),
    Prisma.sql`SELECT id, key, type FROM principal WHERE ${matchSql(Prisma.sql`key`, terms)}
      OR (type = ANY(${ROLES}) AND ${matchSql(Prisma.sql`name`, terms)})`,
  );
  const own = rows.filter(({ key, type }) => ROLES.includes(type) || !key.startsWith("arn:"));
  return { keys: new Set(own.map(({ key }) => key)), matched: rows.map(({ id }) => id) };
}

function refSql(column: string, ids: number[]): Prisma.Sql {
  const [first] = ids;
  if (first === undefined) return Prisma.sql`FALSE`;
  return ids.length === 1
    ? Prisma.sql`${columnSql(column)} = ${first}`
    : Prisma.sql`${columnSql(column)} = ANY(${ids})`;
}

async function refs(sql: Prisma.Sql): Promise<number[]> {
  const rows = await readRows(z.object({ id: z.int() }), sql);
  return rows.map((row) => row.id);
}
