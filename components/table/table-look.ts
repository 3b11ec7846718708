import { EVENT_FIELDS, type EventKey } from "#lib/events/fields.ts";

/** A column: a field, or what happened and what it was done to in words, each out of several fields. */
export type ColumnId = EventKey | "what" | "onWhat";
export const DENSITIES = [28, 32, 40] as const;
export type Density = (typeof DENSITIES)[number];

/** How the table is set: its columns in their order, the widths that were changed, the height of a row. */
export type TableLook = {
  columns: readonly ColumnId[];
  /** In px. */
  widths: Readonly<Partial<Record<ColumnId, number>>>;
  density: Density;
};

export const WIDTH_LIMITS = { least: 48, most: 1600 };
export const LOOK_COOKIE = "table";

export const DEFAULT_LOOK: TableLook = {
  columns: ["eventTime", "principalName", "what", "onWhat", "access", "outcome", "sourceIp"],
  widths: {},
  density: 32,
};

const IN_WORDS: readonly { id: ColumnId; label: string; fields: readonly EventKey[] }[] = [
  { id: "what", label: "What happened", fields: ["summary"] },
  { id: "onWhat", label: "Project, resource", fields: ["projectId", "resourceArn"] },
];

/** All columns, each with its heading and the fields that it shows. */
export const COLUMNS: ReadonlyMap<string, { id: ColumnId; label: string; fields: readonly EventKey[] }> = new Map(
  [...IN_WORDS, ...EVENT_FIELDS.map(({ key, label }) => ({ id: key, label, fields: [key] }))].map((column) => [
    column.id,
    column,
  ]),
);

/** What was kept of a look: `32 eventTime:204 what …`. Columns that aren't there any more are left out. */
export function parseLook(text: string): TableLook {
  const [height, ...parts] = text.split(" ");
  const widths: Partial<Record<ColumnId, number>> = {};
  const columns = new Set<ColumnId>();
  for (const part of parts) {
    const [name = "", width] = part.split(":");
    const column = COLUMNS.get(name);
    if (column === undefined || columns.has(column.id)) continue;
    columns.add(column.id);
    if (width !== undefined && /^\d{1,4}$/.test(width)) widths[column.id] = withinLimits(Number(width));
  }
  if (columns.size === 0) return DEFAULT_LOOK;
  return {
    columns: [...columns],
    widths,
    density: DENSITIES.find((density) => String(density) === height) ?? DEFAULT_LOOK.density,
  };
}

/** The look as `parseLook` reads it; nothing for the one that everybody begins with. */
export function lookText({ columns, widths, density }: TableLook): string {
  const part = (id: ColumnId) => (widths[id] === undefined ? id : `${id}:${Math.round(widths[id])}`);
  const text = [density, ...columns.map(part)].join(" ");
  return text === [DEFAULT_LOOK.density, ...DEFAULT_LOOK.columns].join(" ") ? "" : text;
}

/** A column's width, not too narrow to grip and not wider than a screen. */
export function withinLimits(width: number): number {
  return Math.min(WIDTH_LIMITS.most, Math.max(WIDTH_LIMITS.least, Math.round(width)));
}

/** The CSV columns of what the table shows, in its order. */
export function csvColumnsOf(columns: readonly ColumnId[]): string[] {
  const names = new Map<string, string>(EVENT_FIELDS.map(({ key, name }) => [key, name]));
  const shown = columns.flatMap((id) => COLUMNS.get(id)?.fields ?? []);
  return [...new Set(shown)].flatMap((key) => names.get(key) ?? []);
}
