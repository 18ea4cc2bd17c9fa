// A consistent copy of a server that runs: the database as it stood at one moment, then the blobs of which it knew then. A
// blob never changes and stays for a day after nothing refers to it, so those are all still there.

import { createHash } from "node:crypto";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { copyFile, mkdir, open, readdir, rename, stat } from "node:fs/promises";
import path from "node:path";
import { finished } from "node:stream/promises";
import type { Pool } from "pg";
import { keyFingerprint } from "../blobs/key-wrap.ts";
import {
  backupFormat,
  BackupRefused,
  blobsFolder,
  headsFolder,
  keptFile,
  type KeptFile,
  type Manifest,
  manifestFile,
  signedManifest,
  tablesFolder,
} from "./manifest.ts";
import { linesOf, sequencesOf, tablesOf } from "./tables.ts";

export interface BackupOf {
  readonly pool: Pool;
  readonly home: string;
  readonly masterKey: Uint8Array;
  readonly version: string;
  readonly now: () => number;
}

/** Into a folder that is empty or not there yet. */
export async function writeBackup({ pool, home, masterKey, version, now }: BackupOf, folder: string): Promise<Manifest> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if ((await readdir(folder)).length > 0)
    throw new BackupRefused(`${folder} is not empty. Name a folder that is, or that is not there yet.`);
  for (const name of [tablesFolder, blobsFolder, headsFolder]) await mkdir(path.join(folder, name), { mode: 0o700 });
  const at = now();
  // Before the moment of the database: a head of later would tell of rows that the copy does not have.
  const heads = await copyHeads(path.join(home, "audit"), path.join(folder, headsFolder));
  const client = await pool.connect();
  try {
    await client.query("begin transaction isolation level repeatable read read only");
    const tables: { [table: string]: Manifest["tables"][string] } = {};
    for (const table of await tablesOf(client)) {
      const file = path.join(folder, tablesFolder, `${table.name}.jsonl`);
      const columns = table.columns.map(({ name }) => name);
      tables[table.name] = { ...(await writeTable(linesOf(client, table), file)), columns };
    }
    const { rows: known } = await client.query<KnownBlob>(
      `select b.id, b.deleted_at is not null as marked, v.name as dataset
        from blobs b left join lateral (select name from dataset_versions where blob = b.id limit 1) v on true order by b.id`,
    );
    const { rows: migrations } = await client.query<{ at: string }>(
      "select max(created_at)::text as at from drizzle.__drizzle_migrations",
    );
    const sequences = await sequencesOf(client);
    await client.query("commit");
    const manifest: Manifest = {
      format: backupFormat,
      version,
      at,
      schema: Number(migrations[0]?.at ?? 0),
      master: keyFingerprint(masterKey),
      tables,
      heads,
      sequences,
      ...(await copyBlobs(path.join(home, "blobs"), path.join(folder, blobsFolder), known)),
    };
    const half = path.join(folder, `${manifestFile}.half`);
    const handle = await open(half, "wx", 0o600);
    try {
      await handle.writeFile(signedManifest(masterKey, manifest));
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(half, path.join(folder, manifestFile));
    return manifest;
  } finally {
    await client.query("rollback").catch(() => {});
    client.release();
  }
}

async function writeTable(lines: AsyncIterable<string>, file: string): Promise<KeptFile & { readonly rows: number }> {
  const out = createWriteStream(file, { flags: "wx", mode: 0o600 });
  const hash = createHash("sha256");
  let [rows, bytes] = [0, 0];
  for await (const line of lines) {
    const part = Buffer.from(`${line}\n`);
    hash.update(part);
    bytes += part.length;
    rows++;
    if (!out.write(part)) await once(out, "drain");
  }
  out.end();
  await finished(out);
  return { rows, bytes, sha256: hash.digest("hex") };
}

async function copyHeads(from: string, to: string): Promise<Manifest["heads"]> {
  const heads: { [file: string]: KeptFile } = {};
  for (const name of await readdir(from).catch(() => [])) {
    if (!name.endsWith(".heads")) continue;
    await copyFile(path.join(from, name), path.join(to, name));
    heads[name] = await keptFile(path.join(to, name));
  }
  return heads;
}

interface KnownBlob {
  readonly id: string;
  readonly marked: boolean;
  /** Of a version of a data set; null: a result's, or nobody's any more. */
  readonly dataset: string | null;
}

/** Bytes of a result that are gone are made again when somebody asks; those of a data set are not. */
async function copyBlobs(from: string, to: string, known: readonly KnownBlob[]): Promise<Pick<Manifest, "blobs" | "lost">> {
  const blobs: { [id: string]: number } = {};
  let lost = 0;
  for (const { id, marked, dataset } of known) {
    const shelf = id.slice(-2);
    await mkdir(path.join(to, shelf), { recursive: true, mode: 0o700 });
    const target = path.join(to, shelf, id);
    try {
      await copyFile(path.join(from, shelf, id), target);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
      if (dataset !== null)
        throw new BackupRefused(
          `The bytes of ${dataset} (${id}) are not in ${from}. Is this the server's GENOMECRAFT_HOME? The copy would not be whole.`,
        );
      // The collector takes what was marked a day ago.
      if (!marked) lost++;
      continue;
    }
    blobs[id] = (await stat(target)).size;
  }
  if (lost > 0 && Object.keys(blobs).length === 0)
    throw new BackupRefused(`No file of this server is in ${from}. Is this its GENOMECRAFT_HOME? The copy would not be whole.`);
  return { blobs, ...(lost > 0 ? { lost } : {}) };
}
