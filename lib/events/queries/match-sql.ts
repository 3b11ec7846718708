import { Prisma } from "#lib/db/prisma.ts";
import { type FilterTerm, patternParts } from "#lib/events/filter-term.ts";
import { jsonSpellings, searchWords } from "#lib/events/search-words.ts";

/** An identifier; only for constants of the code, such as those in fields.ts. */
export function columnSql(column: string): Prisma.Sql {
  if (!/^[a-z_]+(\.[a-z_]+)?$/.test(column)) throw new TypeError(`Not a column: ${column}`);
  return Prisma.raw(column);
}

/** Whether a text (or enum) equals any of the values or is like any of the wildcard patterns. */
export function matchSql(text: Prisma.Sql, terms: readonly FilterTerm[]): Prisma.Sql {
  const patterns = terms.map((term) => patternParts(storable(term.pattern)));
  const values = patterns.filter((parts) => parts.length === 1).map(([value = ""]) => value);
  const likes = patterns.filter((parts) => parts.length > 1).map(likePattern);
  const conditions: Prisma.Sql[] = [];
  if (values.length === 1) conditions.push(Prisma.sql`${text} = ${values[0]}`);
  if (values.length > 1) conditions.push(Prisma.sql`${text} = ANY(${values})`);
  if (likes.length > 0) conditions.push(Prisma.sql`${text} LIKE ANY(${likes})`);
  return conditions.length === 0 ? Prisma.sql`FALSE` : Prisma.sql`(${Prisma.join(conditions, " OR ")})`;
}

/** Whether a column contains a text, whatever the case. */
export function containsSql(column: string, text: string): Prisma.Sql {
  return Prisma.sql`${columnSql(column)} ILIKE ${containsPattern(text)}`;
}

/** The pattern for (I)LIKE of what contains a text. */
export function containsPattern(text: string): string {
  return likePattern(["", storable(text), ""]);
}

/** Whether all words of any of the terms occur in the event's record, whatever their case and JSON spelling. */
export function wordsSql(terms: readonly FilterTerm[]): Prisma.Sql {
  const record = Prisma.sql`event_record.record::text`;
  const anyOf = terms.map((term) => {
    const words = searchWords(term.pattern).map((parts) => Prisma.sql`${record} ILIKE ANY(${wordPatterns(parts)})`);
    return words.length === 0 ? Prisma.sql`TRUE` : Prisma.sql`(${Prisma.join(words, " AND ")})`;
  });
  return Prisma.sql`EXISTS (SELECT FROM event_record
    WHERE event_record.event_id = event.event_id AND (${Prisma.join(anyOf, " OR ")}))`;
}

function wordPatterns(word: string[]): string[] {
  return jsonSpellings(word).map((spelling) => likePattern(["", ...spelling, ""]));
}

function likePattern(parts: string[]): string {
  return parts.map((part) => part.replaceAll(/[\\%_]/g, "\\$&")).join("%");
}

/** As typed columns hold it (clean-text.ts); Postgres refuses a NUL. */
function storable(text: string): string {
  return text.replaceAll("\0", "\uFFFD").toWellFormed();
}
