import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

// Proves that the rules bite: a small tree of offenders, and of innocents, is judged by the project's own config.

type Case = [file: string, code: string, says: string | null];

const imports = (from: string) => `import { x } from "${from}";\nexport const y = x;\n`;
const importsType = (from: string) => `import type { X } from "${from}";\nexport type Y = X;\n`;

const cases: Case[] = [
  // Down only: folder by folder.
  ["lib/cloudtrail/a.ts", imports("#lib/codestar/catalogue.ts"), "lib/cloudtrail is pure"],
  ["lib/cloudtrail/b.ts", imports("node:fs"), "lib/cloudtrail is pure"],
  ["lib/cloudtrail/c.ts", importsType("#lib/codestar/catalogue.ts"), "lib/cloudtrail is pure"],
  ["lib/cloudtrail/d.ts", `export const y = await import("#lib/sync/sync-pass.ts");\n`, "lib/cloudtrail is pure"],
  ["lib/cloudtrail/e.ts", `export { x } from "react";\n`, "lib/cloudtrail is pure"],
  ["lib/cloudtrail/f.ts", imports("zod"), null],
  ["lib/cloudtrail/g.test.ts", imports("#lib/codestar/catalogue.ts"), "lib/cloudtrail is pure"],
  ["lib/cloudtrail/h.test.ts", imports("node:fs"), null],
  ["lib/codestar/a.ts", imports("#lib/events/fields.ts"), "lib/codestar is pure"],
  ["lib/codestar/b.ts", imports("#lib/cloudtrail/principal.ts"), null],
  ["lib/events/a.ts", imports("#lib/events/queries/list-events.ts"), "lib/events is isomorphic"],
  ["lib/events/b.ts", imports("./queries/list-events.ts"), "Import through"],
  ["lib/events/c.ts", imports("#lib/db/pool.ts"), "lib/events is isomorphic"],
  ["lib/events/d.ts", imports("node:crypto"), "lib/events is isomorphic"],
  ["lib/events/e.ts", imports("#lib/codestar/catalogue.ts"), null],
  ["lib/projects/a.ts", imports("#lib/db/pool.ts"), "a domain is isomorphic"],
  ["lib/events/queries/a.ts", imports("#lib/sync/sync-pass.ts"), "A query may import"],
  ["lib/events/queries/b.ts", imports("#lib/s3/get-object.ts"), "A query may import"],
  ["lib/events/queries/c.ts", imports("pg"), "lib/db is the place for Postgres drivers"],
  ["lib/events/queries/d.ts", imports("#components/ui/button.tsx"), "A query may import"],
  ["lib/events/queries/e.ts", imports("#lib/db/testing/empty-database.ts"), "for tests alone"],
  ["lib/events/queries/f.ts", imports("react"), "what is drawn belongs in"],
  ["lib/projects/queries/g.ts", imports("#lib/db/prisma.ts"), null],
  ["lib/overview/queries/a.ts", imports("#lib/projects/queries/list-projects.ts"), null],
  ["lib/overview/queries/b.test.ts", imports("#lib/events/testing/insert-events.ts"), null],
  ["lib/db/a.ts", imports("#lib/events/fields.ts"), "lib/db knows no domain"],
  ["lib/db/b.ts", imports("#lib/sync/sync-pass.ts"), "lib/db knows no domain"],
  ["lib/db/c.ts", imports("pg"), null],
  ["lib/s3/a.ts", imports("#lib/sync/sync-pass.ts"), "lib/s3 knows objects"],
  ["lib/s3/b.ts", imports("#lib/db/pool.ts"), "lib/s3 knows objects"],
  ["lib/s3/c.ts", imports("@aws-sdk/client-s3"), null],
  ["lib/s3/e.ts", imports("#lib/text/posix-quote.ts"), null],
  ["lib/text/a.ts", imports("#lib/s3/client.ts"), "a domain is isomorphic"],
  ["lib/s3/d.ts", imports("@aws-sdk/client-sqs"), "lib/sqs is the only place that knows SQS"],
  ["lib/sqs/a.ts", imports("#lib/cloudtrail/read-notification.ts"), "lib/sqs knows messages"],
  ["lib/sqs/b.ts", imports("#lib/s3/client.ts"), "lib/sqs knows messages"],
  ["lib/sqs/c.ts", imports("@aws-sdk/client-s3"), "only place that knows the AWS SDK"],
  ["lib/sqs/d.ts", imports("@aws-sdk/client-sqs"), null],
  ["lib/sync/a.ts", imports("#lib/events/fields.ts"), "lib/sync may import"],
  ["lib/sync/b.ts", imports("@aws-sdk/client-s3"), "only place that knows the AWS SDK"],
  ["lib/sync/c.ts", imports("#lib/events/queries/list-events.ts"), "lib/sync may import"],
  ["lib/sync/d.ts", imports("#lib/s3/get-object.ts"), null],
  ["lib/sync/e.ts", imports("#lib/sqs/receive-messages.ts"), null],
  ["lib/sync/f.ts", imports("@aws-sdk/client-sqs"), "lib/sqs is the only place that knows SQS"],
  ["lib/sync/queries/a.ts", imports("#lib/s3/get-object.ts"), "A query may import"],
  ["lib/env.ts", imports("#lib/db/pool.ts"), "stands at the bottom"],
  ["lib/metrics/a.ts", imports("#lib/db/pool.ts"), "lib/metrics writes what it is given"],
  ["lib/metrics/b.ts", imports("prom-client"), null],
  ["lib/progress/a.ts", imports("#lib/db/pool.ts"), "a domain is isomorphic"],
  ["components/sync/a.tsx", imports("#lib/progress/pass-rates.ts"), null],
  ["components/events/a.tsx", imports("#lib/events/queries/list-events.ts"), "A component may import"],
  ["components/events/b.tsx", imports("#lib/db/pool.ts"), "A component may import"],
  ["components/events/c.tsx", imports("#lib/env.ts"), "A component may import"],
  ["components/events/d.tsx", imports("node:fs"), "components run in the browser"],
  ["components/events/e.tsx", importsType("#lib/events/queries/list-events.ts"), null],
  ["components/events/f.tsx", imports("#lib/events/fields.ts"), null],
  ["components/ui/a.tsx", imports("#components/events/events-table.tsx"), "no word of the domain"],
  ["components/ui/b.tsx", importsType("#lib/events/fields.ts"), "no word of the domain"],
  ["app/events/page.tsx", imports("#lib/db/prisma.ts"), "calls a query and renders"],
  ["app/api/events/route.ts", imports("pg"), "lib/db is the place for Postgres drivers"],
  ["app/sync/a.tsx", imports("#lib/sqs/receive-messages.ts"), "calls a query and renders"],
  ["app/api/sync/route.ts", imports("pg-boss"), "only place that knows the job queue"],
  ["app/projects/a.tsx", imports("#lib/projects/queries/list-projects.ts"), null],
  ["proxy.ts", imports("#lib/db/prisma.ts"), "calls a query and renders"],
  ["scripts/a.ts", imports("#components/ui/button.tsx"), "Scripts and tests of the whole"],
  ["components/events/g.tsx", imports("../../app/page.tsx"), "nothing imports app"],
  ["lib/events/h.ts", imports("../env.ts"), "Import through"],
  // The other rules of the house.
  ["lib/sync/env.ts", `export const x = process.env["HOME"];\n`, "only reader of process.env"],
  ["lib/sync/env-taken.ts", `const { env } = process;\nexport { env };\n`, "only reader of process.env"],
  [
    "lib/sync/env-imported.ts",
    `import { env } from "node:process";\nexport const x = env["HOME"];\n`,
    "only reader of",
  ],
  [
    "lib/db/raw.ts",
    `export const x = (p: P) => p.$queryRawUnsafe("");\ntype P = { $queryRawUnsafe(sql: string): void };\n`,
    "Prisma.sql fragments only",
  ],
  [
    "lib/db/raw-write.ts",
    `export const x = (p: P) => p.$executeRawUnsafe("");\ntype P = { $executeRawUnsafe(sql: string): void };\n`,
    "Prisma.sql fragments only",
  ],
  [
    "lib/events/queries/cast.ts",
    `export const x = (row: unknown) => row as { id: string };\n`,
    "Unsafe type assertion",
  ],
  ["lib/sync/default.ts", `export default 1;\n`, "Prefer named exports"],
  ["app/layout.tsx", `export default function Layout() {\n  return null;\n}\n`, null],
  ["lib/sync/everything.ts", `export * from "./d.ts";\n`, "Barrel file"],
  ["lib/sync/any.ts", `export const x = (value: any) => String(value);\n`, "Unexpected `any`"],
  ["lib/sync/console.ts", `console.log("x");\n`, "Unexpected console"],
  ["scripts/console.ts", `console.log("x");\n`, null],
  ["lib/sync/floating.ts", `async function f(): Promise<void> {}\nf();\n`, "Promises must be awaited"],
  ["lib/sync/long.ts", "\n".repeat(301), "too many lines"],
  [
    "components/events/html.tsx",
    `export const X = (p: { h: string }) => <p dangerouslySetInnerHTML={{ __html: p.h }} />;\n`,
    "dangerouslySetInnerHTML",
  ],
];

let folder: string;
let found: Map<string, string[]>;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "lint-rules-"));
  for (const file of ["oxlint.config.ts", "oxlint.layers.ts", "tsconfig.json", "package.json"]) {
    await cp(path.resolve(file), path.join(folder, file));
  }
  await symlink(path.resolve("node_modules"), path.join(folder, "node_modules"));
  for (const [file, code] of cases) {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    await writeFile(path.join(folder, file), code);
  }
  found = await lint(
    folder,
    cases.map(([file]) => file),
  );
}, 60_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

describe("the lint rules", () => {
  it.each(cases.filter(([, , says]) => says !== null))("refuse %s", (file, _code, says) => {
    expect(found.get(file)?.join("\n") ?? "nothing").toContain(says);
  });

  it.each(cases.filter(([, , says]) => says === null))("allow %s", (file) => {
    expect(found.get(file) ?? []).toEqual([]);
  });
});

/** What the linter says about each file. */
async function lint(cwd: string, files: string[]): Promise<Map<string, string[]>> {
  const oxlint = path.resolve("node_modules/oxlint/bin/oxlint");
  const output = await new Promise<string>((resolve) => {
    execFile(process.execPath, [oxlint, "--format=json", ...files], { cwd, maxBuffer: 1e8 }, (_error, stdout, stderr) =>
      resolve(stdout || stderr),
    );
  });
  const { diagnostics } = JSON.parse(output) as { diagnostics: { filename: string; message: string; help?: string }[] };
  const byFile = Map.groupBy(diagnostics, (diagnostic) => diagnostic.filename);
  return new Map(
    [...byFile].map(([file, list]) => [file, list.map(({ message, help }) => `${message} ${help ?? ""}`)]),
  );
}
