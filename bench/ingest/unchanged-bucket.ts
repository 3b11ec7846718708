import { startFaultProxy } from "#lib/s3/testing/fault-proxy.ts";
import { figureOf, type Figure } from "#bench/figures/figure.ts";
import { serveTrail } from "#bench/services/bench-s3.ts";
import { runSync } from "#bench/services/run-sync.ts";
import type { BenchTrail } from "#bench/trail/bench-trail.ts";
import type { Scenario } from "./ingest-bench.ts";
import { expectSame, syncTrailOnce } from "./sync-trail-once.ts";
import { trailOf } from "./trails.ts";

/** Keys that a page of a listing holds. */
const PAGE = 1_000;
/** Days that a pass looks at unseen, and with them the days of the window that is asked for. */
const WINDOW_DAYS = 4;

/** A second pass over a bucket in which nothing has changed, counted in requests by a proxy before the server. */
export const unchangedBucket: Scenario = async (bench) => {
  const { options, postgres, folder, signal } = bench;
  const trail = await trailOf("tiny", bench);
  await using served = await serveTrail(options.s3, trail, folder);
  await using database = await postgres.freshDatabase();
  const variables = { ...served.variables, DATABASE_URL: database.url };
  await syncTrailOnce(bench, trail, variables);

  const proxy = await startFaultProxy(served.endpoint);
  try {
    const again = async (flags: string[]) => {
      const before = proxy.requests.length;
      const counts = await runSync({
        variables: { ...variables, AWS_ENDPOINT_URL_S3: proxy.url },
        flags,
        profileDir: null,
        signal,
      });
      expectSame("files unchanged", counts.filesUnchanged, counts.filesListed);
      const requests = proxy.requests.slice(before);
      return {
        files: counts.filesListed,
        gets: requests.filter(({ kind }) => kind !== "list").length,
        lists: requests.filter(({ kind }) => kind === "list").length,
      };
    };
    const days = [...new Set(trail.files.map(({ key }) => dayOf(key)))].toSorted().slice(0, WINDOW_DAYS);
    const [from = "", to = from] = [days[0], days.at(-1)];
    const inWindow = trail.files.filter(({ key }) => days.includes(dayOf(key)));
    const window = await again([`--from=${from}`, `--to=${to}`]);
    expectSame("files listed", window.files, inWindow.length);
    const full = await again(["--full"]);
    expectSame("files listed", full.files, trail.files.length);
    const usual = await again([]);
    return [
      ...figuresOf(`unchanged bucket, ${WINDOW_DAYS} days of it`, window, foldersOf(trail, days.length)),
      ...figuresOf("unchanged bucket, --full", full, foldersOf(trail, 0)),
      ...figuresOf("unchanged bucket, usual pass", usual, foldersOf(trail, WINDOW_DAYS)),
    ];
  } finally {
    proxy.close();
  }
};

type Requests = { files: number; gets: number; lists: number };

function figuresOf(work: string, { files, gets, lists }: Requests, folders: number): Figure[] {
  const listed = `${work} (${files.toLocaleString("en-US")} files)`;
  const unit = "requests";
  const common = { scenario: "unchanged", unit };
  return [
    figureOf({ ...common, work: `${listed}: GetObject`, ours: [gets], budget: { kind: "value", atMost: 0 } }),
    figureOf({
      ...common,
      work: `${listed}: lists`,
      ours: [lists],
      budget: { kind: "value", atMost: folders + Math.ceil(files / PAGE) },
      note: `${folders} folders to look at`,
    }),
  ];
}

const dayOf = (key: string): string => key.split("/").slice(5, 8).join("-");

/** The folders of a trail that a pass has to look at: those above the regions, and of each region its days. */
function foldersOf({ files }: BenchTrail, days: number): number {
  const parts = files.map(({ key }) => key.split("/"));
  const above = new Set(parts.flatMap((part) => [0, 1, 2, 3, 4].map((depth) => part.slice(0, depth).join("/"))));
  const regions = new Set(parts.map((part) => part.slice(0, 5).join("/")));
  return above.size + regions.size * Math.max(days, 1);
}
