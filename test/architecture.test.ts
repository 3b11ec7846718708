import { describe, expect, it } from "vitest";
import { serverCodeInBrowser } from "./server-only.ts";
import { projectSources, SourceFile } from "./source-file.ts";

// What the linter can't see. Each rule is a function of sources, so that it can be shown to bite.

const sources = await projectSources();
const isTest = (file: string) => /\.(test|spec)\.tsx?$/.test(file);
const isVendored = (file: string) => file.startsWith("components/ui/");

/** `s3-error.ts` and `S3Error`, `events-table.tsx` and `EventsTable`: the same letters. */
const letters = (name: string) => name.replaceAll(/[-_]/g, "").toLowerCase();

/**
 * Names are kebab case. A file is called like one of its exports; one with a single value may also be called after it
 * (`time-bound.ts` has `parseTimeBound`), one with several after what they have in common, which only people can judge.
 * A query is called like its function and nothing else.
 */
function misnamed({ file, exportNames }: SourceFile): boolean {
  const name = file.slice(file.lastIndexOf("/") + 1).replace(/\.tsx?$/, "");
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)) return true;
  const values = exportNames.filter(({ isType }) => !isType).map((exported) => letters(exported.name));
  if (exportNames.some((exported) => letters(exported.name) === letters(name))) return false;
  if (file.includes("/queries/")) return values.length === 1;
  return values.length === 1 && !values[0]?.includes(letters(name).replace(/s$/, ""));
}

const vague = ({ file }: SourceFile) => /(^|\/)(utils?|helpers?|common|misc|shared|index)\.tsx?$/.test(file);
const tooLong = ({ file, lineCount }: SourceFile) => lineCount > (file.startsWith("app/") ? 80 : 300);
const silenced = ({ parsed }: SourceFile) =>
  parsed.comments.some(
    ({ value }) => /\b(ox|es)lint-disable|@ts-(ignore|expect-error|nocheck)/.test(value) && !/ -- \S/.test(value),
  );

describe("the real tree", () => {
  const names = (found: SourceFile[]) => found.map(({ file }) => file);

  it("has sources and parses", () => {
    expect(sources.length).toBeGreaterThan(50);
    expect(names(sources.filter(({ parsed }) => parsed.errors.length > 0))).toEqual([]);
  });

  it("keeps server code out of the browser", () => {
    expect(sources.some(({ directive }) => directive === "use client")).toBe(true);
    expect(serverCodeInBrowser(sources)).toEqual([]);
  });

  it("keeps files under 300 lines and routes under 80", () => {
    expect(names(sources.filter((source) => !isVendored(source.file) && tooLong(source)))).toEqual([]);
  });

  it("names files in kebab case after an export", () => {
    const named = sources.filter(({ file }) => /^(lib|components)\//.test(file) && !isTest(file) && !isVendored(file));
    expect(names(named.filter(misnamed))).toEqual([]);
  });

  it("has no drawer for odds and ends", () => {
    expect(names(sources.filter(vague))).toEqual([]);
  });

  it("documents every exported function of lib", () => {
    const lib = sources.filter(({ file }) => file.startsWith("lib/") && !isTest(file));
    expect(lib.flatMap(({ file, undocumented }) => undocumented.map((name) => `${file}: ${name}`))).toEqual([]);
  });

  it("says why wherever a rule is silenced", () => {
    expect(names(sources.filter(silenced))).toEqual([]);
  });
});

describe("the rules bite", () => {
  const source = (file: string, text: string) => new SourceFile(file, text);

  it("on server code behind a client component, at any distance", () => {
    const tree = [
      source(
        "components/a.tsx",
        `"use client";\nimport { b } from "#components/b.ts";\nimport type { T } from "#lib/env.ts";\n`,
      ),
      source("components/b.ts", `export { c } from "./c.ts";\n`),
      source("components/c.ts", `export const c = () => import("#lib/events/queries/list-events.ts");\n`),
      source("components/server.tsx", `import { pool } from "#lib/db/pool.ts";\n`),
    ];
    expect(serverCodeInBrowser(tree)).toEqual([
      "components/a.tsx → components/b.ts → components/c.ts → lib/events/queries/list-events.ts",
    ]);
  });

  it("on long files and routes", () => {
    expect(tooLong(source("lib/a.ts", "\n".repeat(301)))).toBe(true);
    expect(tooLong(source("lib/a.ts", "\n".repeat(300)))).toBe(false);
    expect(tooLong(source("app/page.tsx", "\n".repeat(81)))).toBe(true);
  });

  it("on names", () => {
    expect(misnamed(source("lib/s3/s3-error.ts", "export class S3Error {}"))).toBe(false);
    expect(misnamed(source("lib/s3/s3-error.ts", "export class Failure {}"))).toBe(true);
    expect(misnamed(source("lib/events/queries/list.ts", "export const listEvents = 1"))).toBe(true);
    expect(misnamed(source("lib/s3/s3Error.ts", "export class S3Error {}"))).toBe(true);
    expect(vague(source("lib/events/utils.ts", ""))).toBe(true);
    expect(vague(source("components/index.tsx", ""))).toBe(true);
  });

  it("on functions without a doc comment", () => {
    const text = `/** Said. */\nexport function a() {}\n// not a doc\nexport async function b() {}\nexport const c = () => 1;\nexport const D = 1;\nfunction e() {}\n`;
    expect(source("lib/a.ts", text).undocumented).toEqual(["b", "c"]);
  });

  it("on rules silenced without a reason", () => {
    expect(silenced(source("lib/a.ts", "// oxlint-disable-next-line no-eval\n"))).toBe(true);
    expect(silenced(source("lib/a.ts", "// oxlint-disable-next-line no-eval -- the reason\n"))).toBe(false);
    expect(silenced(source("lib/a.ts", "// @ts-expect-error\n"))).toBe(true);
  });
});
