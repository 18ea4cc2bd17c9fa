// A database of its own for each test file, on a real Postgres: one cluster that all test processes of this user share
// (the first starts it, the last stops it), one template per state of the migrations, a copy of it in some milliseconds.

import { createHash, randomBytes } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import { databaseOf, type OpenDatabase, openPool } from "../database.ts";
import { startEmbeddedPostgres } from "../embedded-postgres.ts";
import { migrateDatabase, migrationsFolder } from "../migrate.ts";

/** Where the shared cluster lies: out of the tree, so that tests leave nothing in it. */
const clusterFolder = (): string => path.join(os.tmpdir(), `genomecraft-tests-${os.userInfo().username}`, "postgres");

export const openTestDatabase = (): Promise<OpenDatabase> => openCopy(true);

/** Without tables: what a backup is restored into. */
export const openEmptyTestDatabase = (): Promise<OpenDatabase> => openCopy(false);

async function openCopy(isReady: boolean): Promise<OpenDatabase> {
  // Nothing in it outlives a test: no waiting for disks.
  const settings = ["fsync=off", "synchronous_commit=off", "full_page_writes=off"];
  const cluster = await startEmbeddedPostgres({ folder: clusterFolder(), settings });
  // Held while the tests run, so that another process that ends does not stop the cluster under them.
  const admin = new pg.Client({ ...cluster.connection, application_name: "genomecraft tests" });
  admin.on("error", () => {});
  await admin.connect();
  const name = `t_${Date.now()}_${randomBytes(4).toString("hex")}`;
  // In one go: tests of another state of the schema drop templates that are not theirs.
  await underLock(admin, async () => {
    const template = isReady ? await templateFor(admin, cluster.connection) : "template0";
    await admin.query(`create database ${name} template ${template}`);
  });
  const connection = { ...cluster.connection, database: name, application_name: "genomecraft" };
  const pool = openPool({ ...connection, max: 10 }, undefined);
  return {
    db: databaseOf(pool),
    pool,
    embedded: true,
    connection,
    close: async () => {
      await pool.end();
      await admin.query(`drop database if exists ${name} with (force)`).catch(() => {});
      await admin.end();
      await cluster.close();
    },
  };
}

async function underLock<T>(admin: pg.Client, work: () => Promise<T>): Promise<T> {
  await admin.query("select pg_advisory_lock(7100)");
  try {
    return await work();
  } finally {
    await admin.query("select pg_advisory_unlock(7100)");
  }
}

async function templateFor(admin: pg.Client, connection: pg.ClientConfig): Promise<string> {
  const folder = migrationsFolder();
  const hash = createHash("sha256");
  for (const file of readdirSync(folder).sort()) if (file.endsWith(".sql")) hash.update(readFileSync(path.join(folder, file)));
  const name = `template_${hash.digest("hex").slice(0, 16)}`;
  await underLock(admin, async () => {
    const { rowCount } = await admin.query("select 1 from pg_database where datname = $1", [name]);
    if (rowCount) return;
    // What crashed tests and former states of the schema left behind.
    const { rows } = await admin.query<{ datname: string }>(
      "select datname from pg_database d where (datname like 't\\_%' or datname like 'template\\_%') and not exists (select 1 from pg_stat_activity a where a.datname = d.datname) order by oid desc",
    );
    const old = Date.now() - 3_600_000;
    // The newest templates may belong to checkouts that are tested at the same time.
    const templates = rows.filter(({ datname }) => datname.startsWith("template_")).slice(8);
    const copies = rows.filter(({ datname }) => datname.startsWith("t_") && Number(datname.split("_")[1]) < old);
    for (const { datname } of [...templates, ...copies]) await admin.query(`drop database if exists ${datname}`).catch(() => {});
    const half = `half_${randomBytes(6).toString("hex")}`;
    await admin.query(`create database ${half}`);
    const pool = new pg.Pool({ ...connection, database: half, max: 2 });
    pool.on("error", () => {});
    try {
      await migrateDatabase(pool);
    } finally {
      await pool.end();
    }
    await admin.query(`alter database ${half} rename to ${name}`);
  });
  return name;
}
