import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, readFile } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { isoTime } from "#scripts/sample-trail/calendar.ts";
import { Random } from "#scripts/sample-trail/random.ts";
import { recordFrom, recordTemplates, type Templates } from "./record-templates.ts";
import type { TrailRecipe } from "./trail-recipe.ts";

/** The first day of delivery; nothing depends on which. */
const BEGINS = Date.UTC(2024, 4, 1) / 1000;
const DELIVERY_SECONDS = 300;

/** A file that was written; `md5` is what S3 has as its tag. */
type TrailFile = { key: string; sizeBytes: number; md5: string };
export type TrailShare = { records: number; family: number; uncompressedBytes: number; files: TrailFile[] };

/** Writes every so many of a recipe's files below a folder, one of several threads that do. */
export async function writeTrailShare(
  folder: string,
  recipe: TrailRecipe,
  share: number,
  shares: number,
): Promise<TrailShare> {
  const templates = recordTemplates();
  const written: TrailShare = { records: 0, family: 0, uncompressedBytes: 0, files: [] };
  const folders = new Set<string>();
  for (let index = share; index < recipe.files; index += shares) {
    const random = new Random(`bench/${recipe.name}/${index}`);
    const { place, delivered } = placeAndTime(recipe, templates, index);
    const key = keyOf(place, delivered, random);
    const parent = path.join(folder, path.dirname(key));
    if (!folders.has(parent)) await mkdir(parent, { recursive: true });
    folders.add(parent);
    const parts = content(recipe, templates, place, delivered, random, written);
    await pipeline(Readable.from(parts, { objectMode: true }), createGzip(), createWriteStream(path.join(folder, key)));
    const body = await readFile(path.join(folder, key));
    written.files.push({ key, sizeBytes: body.length, md5: createHash("md5").update(body).digest("hex") });
  }
  return written;
}

/** Files come round to each account and region in turn, evenly over the days. */
function placeAndTime(recipe: TrailRecipe, templates: Templates, index: number): { place: string; delivered: number } {
  const places = [...templates.background.keys()];
  const turns = Math.ceil(recipe.files / places.length);
  const turn = Math.floor(index / places.length);
  const seconds = (turn * recipe.days * 86_400) / turns;
  return {
    place: places[index % places.length] ?? "",
    delivered: BEGINS + Math.floor(seconds / DELIVERY_SECONDS) * DELIVERY_SECONDS,
  };
}

/** A file's JSON in pieces, so that it may be larger than a text can be. */
function* content(
  recipe: TrailRecipe,
  templates: Templates,
  place: string,
  delivered: number,
  random: Random,
  written: TrailShare,
): Generator<Buffer> {
  const background = templates.background.get(place) ?? [];
  const count = random.int(...recipe.recordsPerFile);
  let text = '{"Records":[';
  for (let index = 0; index < count; index++) {
    const isFamily = random.chance(recipe.familyPercent / 100);
    if (isFamily) written.family++;
    const template = random.pick(isFamily ? templates.family : background);
    text += `${index === 0 ? "" : ","}${recordFrom(template, delivered - random.int(60, 900), random)}`;
    if (text.length < 1_000_000 && index < count - 1) continue;
    const piece = Buffer.from(index < count - 1 ? text : `${text}]}`);
    written.uncompressedBytes += piece.length;
    yield piece;
    text = "";
  }
  written.records += count;
}

function keyOf(place: string, delivered: number, random: Random): string {
  const [, , account = "", , region = ""] = place.split("/");
  const time = isoTime(delivered);
  const stamp = `${time.slice(0, 10).replaceAll("-", "")}T${time.slice(11, 13)}${time.slice(14, 16)}Z`;
  const folder = `${place}/${time.slice(0, 10).replaceAll("-", "/")}`;
  return `${folder}/${account}_CloudTrail_${region}_${stamp}_${random.upper(16)}.json.gz`;
}
