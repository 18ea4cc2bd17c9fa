// Brings a database to the present schema. Drizzle's migrator takes no lock, so several servers that start at once would
// trip over each other: one advisory lock around it.

import { existsSync } from "node:fs";
import path from "node:path";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate } from "drizzle-orm/node-postgres/migrator";
import type pg from "pg";

const lockNumber = 7_001;

/** The folder of migrations, beside this package or, from a bundle, in the repository around it. */
export function migrationsFolder(): string {
  for (let at = import.meta.dirname; ; at = path.dirname(at)) {
    for (const candidate of [path.join(at, "migrations"), path.join(at, "storage", "migrations")]) {
      if (existsSync(path.join(candidate, "meta", "_journal.json"))) return candidate;
    }
    if (at === path.dirname(at)) throw new Error("The folder of database migrations is missing from this installation.");
  }
}

export async function migrateDatabase(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [lockNumber]);
    try {
      await migrate(drizzle(client), { migrationsFolder: migrationsFolder() });
    } finally {
      await client.query("select pg_advisory_unlock($1)", [lockNumber]);
    }
  } finally {
    client.release();
  }
}
