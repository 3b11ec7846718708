import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import path from "node:path";
import { migrate } from "#lib/db/migrate.ts";
import { closePool } from "#lib/db/pool.ts";
import { emptyDatabase } from "#lib/db/testing/empty-database.ts";
import { terminalText } from "#lib/sync/terminal-text.ts";
import { checkCorpus, checkFolder, type Check } from "./corpus/check-corpus.ts";
import { checkExpected } from "./corpus/check-expected.ts";
import { readCorpus } from "./corpus/read-corpus.ts";
import { startEmbeddedPostgres } from "./embedded-postgres.ts";
import { runVitest } from "./run-vitest.ts";

// `npm run test:corpus -- DIR`: real records from a folder of one's own, in whatever files, through the whole sync.

let passed = 0;
let failed = 0;
const check: Check = (name, problem) => {
  if (problem === null) passed++;
  else failed++;
  console.log(
    problem === null ? `  ok    ${terminalText(name)}` : `  FAIL  ${terminalText(name)}: ${terminalText(problem)}`,
  );
};

try {
  await main(process.argv[2]);
} catch (error) {
  failed++;
  console.error(error);
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;

async function main(given: string | undefined): Promise<void> {
  if (given === undefined) throw new Error("Say which folder holds the records: npm run test:corpus -- DIR");
  const folder = path.resolve(given);
  if (!(await stat(folder).catch(() => null))?.isDirectory()) throw new Error(`${folder} is not a folder.`);
  const { files, others } = await readCorpus(folder);
  const records = files.reduce((sum, file) => sum + file.records.length, 0);
  console.log(
    `${files.length} files with ${records} records in ${folder}; not records: ${others.join(", ") || "none"}`,
  );
  if (records === 0) throw new Error(`There is no CloudTrail record in ${folder}.`);

  const dataDir = await mkdtemp(path.join(process.cwd(), ".test-postgres-"));
  const server = await startEmbeddedPostgres({ dataDir, database: "corpus", settings: { fsync: "off" } });
  const end = async () => {
    await closePool();
    await server.stop();
    await server.removeData();
    await rm(dataDir, { recursive: true, force: true });
  };
  const stop = () => void end().finally(() => process.exit(130));
  process.once("SIGINT", stop).once("SIGTERM", stop);
  try {
    process.env.DATABASE_URL = server.url;
    await migrate(server.url);
    await checkCorpus(files, check);
    await checkFolder(folder, [...files.map((file) => file.name), ...others], check);
    for (const name of others.filter((other) => path.basename(other) === "expected.json")) {
      await checkOwn(folder, path.dirname(name), name);
    }
  } finally {
    process.off("SIGINT", stop).off("SIGTERM", stop);
    await end();
  }
  if (existsSync(path.join(folder, "codestar-family", "expected.json"))) {
    const counts = await runVitest("corpus", { variables: { CORPUS_DIR: folder } });
    passed += counts.passed;
    failed += counts.failed;
  }
}

/** A subfolder that says itself what is to come of its records. */
async function checkOwn(folder: string, subfolder: string, expected: string): Promise<void> {
  await emptyDatabase();
  const { files } = await readCorpus(path.join(folder, subfolder));
  await checkCorpus(files, (name, problem) => check(`${subfolder} by itself: ${name}`, problem));
  await checkExpected(await readFile(path.join(folder, expected), "utf8"), check);
}
