import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { markdownTable } from "./figure-table.ts";
import { figureSchema } from "./figure.ts";
import { machineSchema, machineText } from "./machine.ts";

const reportSchema = z.object({
  /** ISO 8601, UTC */
  takenAt: z.string(),
  machine: machineSchema,
  /** How often each was measured. */
  runs: z.number(),
  /** Of the full amount of data. */
  scale: z.number(),
  s3: z.string().optional(),
  /** What it was measured on, and by what. */
  about: z.string().optional(),
  figures: z.array(figureSchema),
});

/** What a bench has measured, as its JSON file holds it. */
export type Report = z.infer<typeof reportSchema>;

/** Writes a report as a JSON file. */
export async function writeReport(file: string, report: Report): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, `${JSON.stringify(reportSchema.parse(report), null, 2)}\n`);
}

/** Puts a report's table between the two comments that are its place in a Markdown page. */
export async function showReport(page: string, name: string, report: Report): Promise<void> {
  await writeFile(page, withReport(await readFile(page, "utf8"), name, report));
}

/** A page's text with a report's table in its place. */
export function withReport(text: string, name: string, report: Report): string {
  const [from, to] = [`<!-- ${name}: begin -->`, `<!-- ${name}: end -->`];
  const start = text.indexOf(from);
  const end = text.indexOf(to);
  if (start < 0 || end < start) throw new Error(`The page has no place for figures between ${from} and ${to}.`);
  return `${text.slice(0, start + from.length)}\n\n${reportMarkdown(report)}\n\n${text.slice(end)}`;
}

function reportMarkdown({ takenAt, machine, runs, scale, s3, about, figures }: Report): string {
  const times = runs === 1 ? "each measured once" : `medians of ${runs}`;
  const size = scale === 1 ? "" : ` at ${scale} of the full amount of data`;
  const server = s3 === undefined ? "" : `, S3 by ${s3}`;
  return `Taken on ${takenAt.slice(0, 10)}, ${times}${size}${server}${about === undefined ? "" : `, ${about}`}. ${machineText(machine)}\n\n${markdownTable(figures)}`;
}
