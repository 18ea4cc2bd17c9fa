// Brings a database to the present schema. Drizzle's migrator takes no lock, so several servers that start at once would
// trip over each other: one advisory lock around it.

import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
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

interface Journal {
  readonly entries: readonly { readonly tag: string; readonly when: number }[];
}

const journalOf = (folder: string): Journal =>
  JSON.parse(readFileSync(path.join(folder, "meta", "_journal.json"), "utf8")) as Journal;

/** The moment of the last migration that this release knows; a database that has a later one is a newer release's. */
export const newestMigration = (): number => Math.max(...journalOf(migrationsFolder()).entries.map(({ when }) => when));

/** Whether this release knows the state of the tables that a migration of that moment left. */
export const knowsSchema = (when: number): boolean => journalOf(migrationsFolder()).entries.some((entry) => entry.when === when);

/** Whether a database has all migrations of this release, and so is a server's that was started with it. */
export async function isMigrated(pool: pg.Pool): Promise<boolean> {
  const { rows } = await pool.query<{ there: boolean }>(
    "select to_regclass('drizzle.__drizzle_migrations') is not null as there",
  );
  if (!rows[0]?.there) return false;
  const { rows: last } = await pool.query<{ at: string | null }>(
    "select max(created_at)::text as at from drizzle.__drizzle_migrations",
  );
  return Number(last[0]?.at ?? 0) >= newestMigration();
}

/** The migrations until a moment, in a folder that is gone afterwards: for a database that is filled from an older backup. */
async function withMigrations(upTo: number | undefined, work: (folder: string) => Promise<void>): Promise<void> {
  const folder = migrationsFolder();
  if (upTo === undefined) return work(folder);
  const some = mkdtempSync(path.join(os.tmpdir(), "genomecraft-migrations-"));
  try {
    const journal = journalOf(folder);
    const entries = journal.entries.filter(({ when }) => when <= upTo);
    mkdirSync(path.join(some, "meta"));
    writeFileSync(path.join(some, "meta", "_journal.json"), JSON.stringify({ ...journal, entries }));
    for (const { tag } of entries) copyFileSync(path.join(folder, `${tag}.sql`), path.join(some, `${tag}.sql`));
    await work(some);
  } finally {
    rmSync(some, { recursive: true, force: true });
  }
}

export async function migrateDatabase(pool: pg.Pool, { upTo }: { readonly upTo?: number } = {}): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [lockNumber]);
    try {
      await withMigrations(upTo, (folder) => migrate(drizzle(client), { migrationsFolder: folder }));
    } finally {
      await client.query("select pg_advisory_unlock($1)", [lockNumber]);
    }
  } finally {
    client.release();
  }
}
