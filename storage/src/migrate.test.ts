// The committed migrations give the schema that the code describes, and servers that start at once do not trip.

import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import { expect, test } from "vitest";
import { migrateDatabase, migrationsFolder } from "./migrate.ts";
import { openTestDatabase } from "./testing/test-database.ts";

test("three servers that start on an empty database at once all find it ready", async () => {
  const database = await openTestDatabase();
  const name = `empty_${Date.now()}`;
  await database.pool.query(`create database ${name}`);
  const pools = [1, 2, 3].map(() => new pg.Pool({ ...database.connection, database: name, max: 2 }));
  for (const pool of pools) pool.on("error", () => {});
  try {
    await Promise.all(pools.map((pool) => migrateDatabase(pool)));
    for (const pool of pools) expect((await pool.query("select count(*)::int as n from labs")).rows).toEqual([{ n: 0 }]);
  } finally {
    for (const pool of pools) await pool.end();
    await database.pool.query(`drop database ${name} with (force)`);
    await database.close();
  }
});

test("every table of a lab's things says which lab", async () => {
  const database = await openTestDatabase();
  try {
    const { rows } = await database.pool.query<{ table_name: string }>(
      `select table_name from information_schema.tables t where table_schema = 'public' and table_type = 'BASE TABLE'
        and not exists (select 1 from information_schema.columns c where c.table_name = t.table_name and c.column_name = 'lab')
        order by 1`,
    );
    // People and their ways in belong to no lab; a lab is one.
    expect(rows.map((row) => row.table_name)).toEqual([
      "accounts",
      "api_keys",
      "labs",
      "one_time_tokens",
      "rate_limits",
      "sessions",
      "user_settings",
      "users",
      "verifications",
    ]);
  } finally {
    await database.close();
  }
});

test("the committed migrations are those that the schema gives (mend: npm run -w storage migrations)", () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), "gc-migrations-"));
  try {
    cpSync(migrationsFolder(), folder, { recursive: true });
    const tool = path.join(path.dirname(createRequire(import.meta.url).resolve("drizzle-kit")), "bin.cjs");
    const schema = path.join(import.meta.dirname, "schema", "*.ts");
    // Its folder must be named from where it runs.
    const said = execFileSync(
      process.execPath,
      [tool, "generate", "--dialect=postgresql", `--schema=${schema}`, `--out=${path.relative(import.meta.dirname, folder)}`],
      { encoding: "utf8", cwd: import.meta.dirname, stdio: ["ignore", "pipe", "pipe"] },
    );
    expect(said).toContain("No schema changes");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
