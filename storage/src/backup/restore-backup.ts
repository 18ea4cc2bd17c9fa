// Makes a server of a backup, in a folder and a database that hold nothing yet: all of it is looked at before anything is
// written, the database is one transaction, and the list of migrations that the backup had is gone on from.

import { mkdir, readdir, rm } from "node:fs/promises";
import path from "node:path";
import type { Pool, PoolClient } from "pg";
import type { WrappedLabKey } from "../blobs/lab-keys.ts";
import { knowsSchema, migrateDatabase, newestMigration } from "../migrate.ts";
import {
  BackupRefused,
  type BackupWatch,
  blobPlace,
  blobsFolder,
  headsFolder,
  type KeptFile,
  type Manifest,
  readManifest,
} from "./manifest.ts";
import { passFile } from "./pass-file.ts";
import { type OpenBackup, readRows, readTable, tableFile } from "./read-table.ts";
import { type SealedBlob, sealChecks } from "./seal-checks.ts";
import { insertLines, setSequence, tablesOf } from "./tables.ts";

export interface RestoreInto {
  readonly pool: Pool;
  readonly home: string;
}

/** A statement's worth of rows. */
const batch = { rows: 500, bytes: 4 * 2 ** 20 };

/** A backup of which every file was found as it was written. */
export interface CheckedBackup extends OpenBackup {
  /** Where an earlier release kept no sums of blobs, their seals were opened. */
  readonly by: "sums" | "seals";
}

/** Reads all of it and writes nothing; refuses what is not whole. */
export async function checkBackup(folder: string, masterKey: Uint8Array, watch: BackupWatch = {}): Promise<CheckedBackup> {
  const manifest = readManifest(folder, masterKey, newestMigration());
  // Its rows would be put into tables of another shape, or into none.
  if (!knowsSchema(manifest.schema))
    throw new BackupRefused(
      `This backup was made by GenomeCraft ${manifest.version}, and this release does not know the tables as it had them. Restore with that release, then start this one on what it restored.`,
    );
  const found: Found = { files: 0, changed: [], missing: [] };
  const passing = countingParts(bytesOf(manifest), watch);
  const compare = async (place: string, kept: KeptFile): Promise<void> => {
    const sum = await passed(found, folder, place, passing);
    if (sum && (sum.bytes !== kept.bytes || sum.sha256 !== kept.sha256)) found.changed.push(place);
  };
  for (const [table, kept] of Object.entries(manifest.tables)) await compare(tableFile(manifest, table), kept);
  for (const [file, kept] of Object.entries(manifest.heads)) await compare(path.join(headsFolder, file), kept);
  const unsummed = new Map<string, number>();
  for (const [id, kept] of Object.entries(manifest.blobs)) {
    if (typeof kept === "number") unsummed.set(id, kept);
    else await compare(path.join(blobsFolder, blobPlace(id)), kept);
  }
  const by = unsummed.size > 0 ? "seals" : "sums";
  // The keys that open seals lie in the tables.
  if (found.changed.length + found.missing.length === 0 && unsummed.size > 0)
    await openSeals({ folder, manifest, masterKey, found, passing, watch }, unsummed);
  refuseUnlessWhole(folder, found);
  return { folder, manifest, masterKey, by };
}

interface Found {
  files: number;
  readonly changed: string[];
  readonly missing: string[];
}

/** Null where it is not there or cannot be read; that is noted. */
async function passed(found: Found, folder: string, place: string, onPart: (part: Uint8Array) => void): Promise<KeptFile | null> {
  found.files++;
  try {
    return await passFile(path.join(folder, place), { onPart });
  } catch {
    found.missing.push(place);
    return null;
  }
}

const bytesOf = ({ tables, heads, blobs }: Manifest): number =>
  [...Object.values(tables), ...Object.values(heads), ...Object.values(blobs)].reduce<number>(
    (sum, kept) => sum + (typeof kept === "number" ? kept : kept.bytes),
    0,
  );

function countingParts(all: number, watch: BackupWatch): (part: Uint8Array) => void {
  let done = 0;
  return (part) => {
    done += part.length;
    watch.progress?.(done, all);
  };
}

interface OldBackup extends OpenBackup {
  readonly found: Found;
  passing(part: Uint8Array): void;
  readonly watch: BackupWatch;
}

/** A result that is damaged is made again when somebody asks: it is named, and is no reason to restore nothing. */
async function openSeals({ found, passing, watch, ...backup }: OldBackup, blobs: Map<string, number>): Promise<void> {
  const ofData = new Set<string>();
  for await (const { blob } of readRows(backup, "dataset_versions")) ofData.add(blob ?? "");
  const labKeys: WrappedLabKey[] = [];
  for await (const { id, lab, wrapped } of readRows(backup, "lab_keys"))
    labKeys.push({ id: id ?? "", lab: lab ?? "", wrapped: bytesOfHex(wrapped) });
  const sealOf = sealChecks(backup.masterKey, labKeys);
  const open = async (place: string, bytes: number, sealed: SealedBlob | null): Promise<void> => {
    const seal = sealed && sealOf(sealed);
    const sum = await passed(found, backup.folder, place, (part) => {
      seal?.add(part);
      passing(part);
    });
    if (!sum || (sum.bytes === bytes && seal?.isSound())) return;
    if (sealed && sum.bytes === bytes && !ofData.has(sealed.id)) watch.damaged?.({ id: sealed.id, dataset: null });
    else found.changed.push(place);
  };
  for await (const row of readRows(backup, "blobs")) {
    const id = row["id"] ?? "";
    const bytes = blobs.get(id);
    if (bytes === undefined) continue;
    blobs.delete(id);
    await open(path.join(blobsFolder, blobPlace(id)), bytes, {
      id,
      lab: row["lab"] ?? "",
      labKey: row["lab_key"] ?? "",
      wrappedKey: bytesOfHex(row["wrapped_key"]),
      size: Number(row["size"]),
    });
  }
  for (const [id, bytes] of blobs) await open(path.join(blobsFolder, blobPlace(id)), bytes, null);
}

/** As Postgres writes bytes. */
const bytesOfHex = (text: string | null | undefined): Uint8Array => Buffer.from((text ?? "").replace(/^\\x/, ""), "hex");

/** Of many the first ones are enough to look at. */
const mostNamed = 5;

function refuseUnlessWhole(folder: string, { files, changed, missing }: Found): void {
  if (changed.length + missing.length === 0) return;
  const named = (places: readonly string[]): string =>
    [...places.slice(0, mostNamed), ...(places.length > mostNamed ? ["…"] : [])].join(", ");
  const said = [
    ...(changed.length === 1 ? [`1 is not as it was written (${named(changed)})`] : []),
    ...(changed.length > 1 ? [`${changed.length} are not as they were written (${named(changed)})`] : []),
    ...(missing.length > 0
      ? [`${missing.length} ${missing.length === 1 ? "is" : "are"} missing or cannot be read (${named(missing)})`]
      : []),
  ];
  throw new BackupRefused(
    `Of the ${files} files in ${folder} ${said.join(", and ")}: half a copy, or one that was changed. Nothing was restored. Take another one.`,
  );
}

export async function restoreBackup({ pool, home }: RestoreInto, backup: CheckedBackup, watch: BackupWatch = {}): Promise<void> {
  const { manifest } = backup;
  const places = [path.join(home, "blobs"), path.join(home, "audit")];
  const isTaken = await Promise.all(places.map(async (place) => (await readdir(place).catch(() => [])).length > 0));
  const { rows } = await pool.query<{ n: number }>("select count(*)::int as n from pg_tables where schemaname = 'public'");
  if ((rows[0]?.n ?? 0) > 0 || isTaken.includes(true))
    throw new BackupRefused(
      `There is a server in ${home} or in its database already. Restore into an empty GENOMECRAFT_HOME (and an empty database, where DATABASE_URL is set).`,
    );
  try {
    await copyFiles(backup, home, watch);
  } catch (error) {
    // So that the same can be tried again, with more room or another copy.
    for (const made of places) await rm(made, { recursive: true, force: true });
    throw error;
  }
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
      if (kept) await fill(client, table, kept.columns, readTable(backup, table.name));
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
  for (const id of manifest.damaged ?? []) {
    const { rows: names } = await pool.query<{ name: string }>("select name from dataset_versions where blob = $1 limit 1", [id]);
    watch.damaged?.({ id, dataset: names[0]?.name ?? null });
  }
}

/** With their sums taken once more: a folder may be changed, or a disk break, after it was looked at. */
async function copyFiles({ folder, manifest }: OpenBackup, home: string, watch: BackupWatch): Promise<void> {
  const onPart = countingParts(bytesOf({ ...manifest, tables: {} }), watch);
  const copy = async (place: string, to: string, kept: KeptFile | number): Promise<void> => {
    await mkdir(path.dirname(to), { recursive: true, mode: 0o700 });
    const sum = await passFile(path.join(folder, place), { to, onPart });
    if (typeof kept === "number" ? sum.bytes !== kept : sum.sha256 !== kept.sha256)
      throw new BackupRefused(
        `${path.join(folder, place)} was changed while it was copied. Nothing was restored. Take another copy.`,
      );
  };
  for (const [id, kept] of Object.entries(manifest.blobs))
    await copy(path.join(blobsFolder, blobPlace(id)), path.join(home, "blobs", blobPlace(id)), kept);
  for (const [file, kept] of Object.entries(manifest.heads))
    await copy(path.join(headsFolder, file), path.join(home, "audit", file), kept);
}

async function fill(
  client: PoolClient,
  table: Awaited<ReturnType<typeof tablesOf>>[number],
  columns: readonly string[],
  source: AsyncIterable<string>,
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
  for await (const line of source) {
    lines.push(line);
    bytes += line.length;
    if (lines.length >= batch.rows || bytes >= batch.bytes) await write();
  }
  await write();
}
