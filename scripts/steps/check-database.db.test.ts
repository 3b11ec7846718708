import pg from "pg";
import { expect, inject, test } from "vitest";
import { checkDatabase } from "./check-database.ts";

const server = (change: (url: URL) => void) => {
  const url = new URL(inject("clusterUrl"));
  change(url);
  return url.href;
};

test("a Postgres that will do says its version and place, without the password", async () => {
  const { place, version } = await checkDatabase(inject("clusterUrl"));
  expect(version).toMatch(/^\d+/);
  expect(place).toMatch(/^127\.0\.0\.1:\d+\/\w+$/);
});

test("each way of not doing is one sentence that names what to correct", async () => {
  await expect(checkDatabase(server((url) => (url.port = "1")))).rejects.toThrow(
    /No Postgres answers at 127\.0\.0\.1:1\/.*DATABASE_URL/,
  );
  await expect(checkDatabase(server((url) => (url.pathname = "/nowhere")))).rejects.toThrow(/no such database/);
  const wrong = checkDatabase(server((url) => (url.password = "wrong-secret")));
  await expect(wrong).rejects.toThrow(/doesn't let postgres in .* DATABASE_URL/);
  await expect(wrong).rejects.not.toThrow(/wrong-secret/);
  await expect(checkDatabase("postgres://u:p@no-such-host.invalid/db")).rejects.toThrow(
    /no-such-host\.invalid.* has no address/,
  );
});

test("a user who may not create tables, or the queue's schema, is told what to have granted", async () => {
  const admin = new pg.Client({ connectionString: inject("clusterUrl") });
  await admin.connect();
  try {
    await admin.query("DROP ROLE IF EXISTS reader_only");
    await admin.query("CREATE ROLE reader_only LOGIN PASSWORD 'x'");
    const url = server((own) => ([own.username, own.password] = ["reader_only", "x"]));
    await expect(checkDatabase(url)).rejects.toThrow('GRANT CREATE ON SCHEMA public TO "reader_only"');
    await admin.query("GRANT CREATE ON SCHEMA public TO reader_only");
    await expect(checkDatabase(url)).rejects.toThrow(/GRANT CREATE ON DATABASE "\w+" TO "reader_only"/);
  } finally {
    await admin.query("REVOKE ALL ON SCHEMA public FROM reader_only");
    await admin.query("DROP ROLE reader_only");
    await admin.end();
  }
});
