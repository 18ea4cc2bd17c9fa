// Makes a server of a backup, in a folder and a database that hold nothing yet: all of it is looked at before anything is
// written, the database is one transaction, and the list of migrations that the backup had is gone on from.

import { createReadStream } from "node:fs";
import { copyFile, mkdir, readdir, stat } from "node:fs/promises";
import path from "node:path";
import type { Pool, PoolClient } from "pg";
import { knowsSchema, migrateDatabase, newestMigration } from "../migrate.ts";
import {
  BackupRefused,
  blobsFolder,
  headsFolder,
  keptFile,
  type KeptFile,
  type Manifest,
  readManifest,
  tablesFolder,
} from "./manifest.ts";
import { insertLines, setSequence, tablesOf } from "./tables.ts";

export interface RestoreInto {
  readonly pool: Pool;
  readonly home: string;
  readonly masterKey: Uint8Array;
}

/** A statement's worth of rows. */
const batch = { rows: 500, bytes: 4 * 2 ** 20 };

/** Refuses what is not whole. */
export async function checkBackup(folder: string, masterKey: Uint8Array): Promise<Manifest> {
  const manifest = readManifest(folder, masterKey, newestMigration());
  // Its rows would be put into tables of another shape, or into none.
  if (!knowsSchema(manifest.schema))
    throw new BackupRefused(
      `This backup was made by GenomeCraft ${manifest.version}, and this release does not know the tables as it had them. Restore with that release, then start this one on what it restored.`,
    );
  const check = async (file: string, kept: KeptFile): Promise<void> => {
    const found = await keptFile(file).catch(() => null);
    if (found?.bytes !== kept.bytes || found.sha256 !== kept.sha256)
      throw new BackupRefused(`${file} is ${found ? "not as it was written" : "missing"}: half a copy. Take another one.`);
  };
  for (const [table, kept] of Object.entries(manifest.tables))
    await check(path.join(folder, tablesFolder, `${table}.jsonl`), kept);
  for (const [file, kept] of Object.entries(manifest.heads)) await check(path.join(folder, headsFolder, file), kept);
  for (const [id, bytes] of Object.entries(manifest.blobs)) {
    const file = path.join(folder, blobsFolder, id.slice(-2), id);
    // What stands in it its own seal says, when it is read.
    if ((await stat(file).catch(() => null))?.size !== bytes)
      throw new BackupRefused(`${file} is missing or cut: half a copy. Take another one.`);
  }
  return manifest;
}

export async function restoreBackup({ pool, home, masterKey }: RestoreInto, folder: string): Promise<Manifest> {
  const manifest = await checkBackup(folder, masterKey);
  const blobs = path.join(home, "blobs");
  const { rows } = await pool.query<{ n: number }>("select count(*)::int as n from pg_tables where schemaname = 'public'");
  if ((rows[0]?.n ?? 0) > 0 || (await readdir(blobs).catch(() => [])).length > 0)
    throw new BackupRefused(
      `There is a server in ${home} or in its database already. Restore into an empty GENOMECRAFT_HOME (and an empty database, where DATABASE_URL is set).`,
    );
  for (const id of Object.keys(manifest.blobs)) {
    await mkdir(path.join(blobs, id.slice(-2)), { recursive: true, mode: 0o700 });
    await copyFile(path.join(folder, blobsFolder, id.slice(-2), id), path.join(blobs, id.slice(-2), id));
  }
  await mkdir(path.join(home, "audit"), { recursive: true, mode: 0o700 });
  for (const file of Object.keys(manifest.heads))
    await copyFile(path.join(folder, headsFolder, file), path.join(home, "audit", file));
  await migrateDatabase(pool, { upTo: manifest.schema });
  const client = await pool.connect();
  try {
    await client.query("begin");
    const tables = await tablesOf(client);
    const strange = Object.keys(manifest.tables).find((name) => !tables.some((table) => table.name === name));
    if (strange !== undefined)
      throw new BackupRefused(
        `This backup holds a table ${strange}, which GenomeCraft ${manifest.version} does not have here. Restore with the program that made it.`,
      );
    for (const table of tables) {
      const kept = manifest.tables[table.name];
      if (kept) await fill(client, table, kept.columns, path.join(folder, tablesFolder, `${table.name}.jsonl`));
    }
    for (const [name, last] of Object.entries(manifest.sequences)) await setSequence(client, name, last);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback").catch(() => {});
    throw error;
  } finally {
    client.release();
  }
  await migrateDatabase(pool);
  return manifest;
}

async function fill(
  client: PoolClient,
  table: Awaited<ReturnType<typeof tablesOf>>[number],
  columns: readonly string[],
  file: string,
): Promise<void> {
  // What migrations put there themselves is in the backup, too.
  await client.query(`delete from "${table.name}"`);
  let lines: string[] = [];
  let bytes = 0;
  const write = async (): Promise<void> => {
    if (lines.length > 0) await insertLines(client, table, columns, lines);
    lines = [];
    bytes = 0;
  };
  // By line feeds alone: a text may hold other ends of lines, which JSON writes as they are.
  let rest = "";
  for await (const part of createReadStream(file, "utf8") as AsyncIterable<string>) {
    const found = (rest + part).split("\n");
    rest = found.pop() ?? "";
    for (const line of found) {
      lines.push(line);
      bytes += line.length;
      if (lines.length >= batch.rows || bytes >= batch.bytes) await write();
    }
  }
  await write();
}
