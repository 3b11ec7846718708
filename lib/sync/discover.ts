import { daysOf, lengthOf, touches, type DayWindow } from "./day-window.ts";
import { runParallel, type Part } from "./run-parallel.ts";
import type { ListedFile, TrailSource } from "./trail-source.ts";

const LISTINGS_AT_ONCE = 8;
/** Up to so many days each day's folder is listed unseen; beyond, years, months and days are looked up first. */
const DAYS_UNSEEN = 5;
/** How deep below the trail's prefix `AWSLogs` is looked for by folder; deeper ones are known from a full pass. */
const DEPTH_LIMIT = 3;

const WITHIN_AWSLOGS = /(?:^|\/)AWSLogs\//;
/** `AWSLogs` itself and what lies between it and the regions. */
const ABOVE_REGIONS = /(?:^|\/)AWSLogs\/(?:o-[a-z0-9]+\/)?(?:\d{12}\/(?:CloudTrail\/)?)?$/;
/** A region's folder, or a year, month or day below it. */
const IN_REGION = /(?:^|\/)AWSLogs\/(?:o-[a-z0-9]+\/)?\d{12}\/CloudTrail\/[^/]+\/(?:(\d{4}(?:\/\d\d(?:\/\d\d)?)?)\/)?$/;
const ORGANISATION = /(?:^|\/)o-[a-z0-9]+\/$/;

type Look = { source: TrailSource; window: DayWindow | null; signal: AbortSignal | undefined };

/**
 * The files of a trail, page by page, in no order.
 *
 * Without a window: everything under the prefix, whatever its path. With one: organisations, accounts and regions as
 * they are now, and of each region the folders of the window's days; files beside the folders on the way come too.
 * `roots` are folders that are known to hold an `AWSLogs`.
 */
export async function* discover(
  source: TrailSource,
  options: { window: DayWindow | null; roots?: string[]; signal?: AbortSignal },
): AsyncGenerator<ListedFile[]> {
  const look: Look = { source, window: options.window, signal: options.signal };
  const starts = new Set([source.prefix]);
  if (options.window) for (const root of options.roots ?? []) if (!isOnWalk(root, source.prefix)) starts.add(root);
  yield* runParallel(
    [...starts].map((folder) => visit(look, folder, true)),
    // A server that asks for fewer requests has fewer of these too.
    () => (source.isLocal ? LISTINGS_AT_ONCE : Math.min(LISTINGS_AT_ONCE, source.concurrency)),
  );
}

function visit(look: Look, folder: string, isStart = false): Part<ListedFile[]> {
  const { source, window, signal } = look;
  const inRegion = IN_REGION.exec(folder);
  if (inRegion && window) return visitDays(look, folder, inRegion[1] ?? "", window);
  const isOnTheWay =
    ABOVE_REGIONS.test(folder) || (window ? mayLeadToLogs(folder, source.prefix) : ORGANISATION.test(folder));
  if ((isStart && !inRegion) || isOnTheWay) {
    return async function* () {
      const level = await source.folders(folder, signal);
      if (level.files.length > 0) yield level.files;
      for (const child of level.folders) yield visit(look, child);
    };
  }
  return window ? nothing : () => source.list(folder, signal);
}

/** Whether looking folder by folder comes to a root: neither deep nor below another `AWSLogs`. */
function isOnWalk(root: string, prefix: string): boolean {
  return depthOf(root, prefix) <= DEPTH_LIMIT && !WITHIN_AWSLOGS.test(root);
}

/** Above `AWSLogs` any folder may be a trail's prefix; below it the path is CloudTrail's. */
function mayLeadToLogs(folder: string, prefix: string): boolean {
  return !WITHIN_AWSLOGS.test(folder) && depthOf(folder, prefix) <= DEPTH_LIMIT;
}

function depthOf(folder: string, prefix: string): number {
  return folder.slice(prefix.length).split("/").length - 1;
}

/** The days of a window below a region's folder (`date` empty) or a year's or month's (`2024`, `2024/05`). */
function visitDays(look: Look, folder: string, date: string, window: DayWindow): Part<ListedFile[]> {
  const { source, signal } = look;
  return async function* () {
    if (!touches(window, date)) return;
    if (date.length === "2024/05/31".length) {
      yield* source.list(folder, signal);
    } else if (date === "" && lengthOf(window) <= DAYS_UNSEEN) {
      for (const day of daysOf(window)) yield* source.list(`${folder}${day.replaceAll("-", "/")}/`, signal);
    } else {
      const level = await source.folders(folder, signal);
      if (level.files.length > 0) yield level.files;
      for (const child of level.folders) {
        const [, childDate] = IN_REGION.exec(child) ?? [];
        if (childDate !== undefined) yield visitDays(look, child, childDate, window);
      }
    }
  };
}

async function* nothing(): AsyncGenerator<never> {}
