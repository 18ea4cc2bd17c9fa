// A consistent copy of a server that runs: the database as it stood at one moment, then the blobs of which it knew then. A
// blob never changes and stays for a day after nothing refers to it, so those are all still there.

import { createHash, randomBytes } from "node:crypto";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { mkdir, open, readdir, rename, rm } from "node:fs/promises";
import path from "node:path";
import { finished } from "node:stream/promises";
import type { Pool } from "pg";
import { keyFingerprint } from "../blobs/key-wrap.ts";
import type { WrappedLabKey } from "../blobs/lab-keys.ts";
import { sealedSize, sealStream } from "../blobs/segments.ts";
import {
  backupFormat,
  BackupRefused,
  type BackupWatch,
  blobPlace,
  blobsFolder,
  headsFolder,
  type KeptFile,
  type Manifest,
  manifestFile,
  signedManifest,
  tablesFolder,
  tablesKey,
} from "./manifest.ts";
import { passFile } from "./pass-file.ts";
import { tableFile, tableSeal } from "./read-table.ts";
import { type SealedBlob, sealChecks } from "./seal-checks.ts";
import { linesOf, sequencesOf, tablesOf } from "./tables.ts";

export interface BackupOf {
  readonly pool: Pool;
  readonly home: string;
  readonly masterKey: Uint8Array;
  readonly version: string;
  readonly now: () => number;
}

/** Into a folder that is empty or not there yet. */
export async function writeBackup(
  { pool, home, masterKey, version, now }: BackupOf,
  folder: string,
  watch: BackupWatch = {},
): Promise<Manifest> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if ((await readdir(folder)).length > 0)
    throw new BackupRefused(`${folder} is not empty. Name a folder that is, or that is not there yet.`);
  for (const name of [tablesFolder, blobsFolder, headsFolder]) await mkdir(path.join(folder, name), { mode: 0o700 });
  const at = now();
  const salt = randomBytes(32).toString("hex");
  const key = tablesKey(masterKey, salt);
  // Before the moment of the database: a head of later would tell of rows that the copy does not have.
  const heads = await copyHeads(path.join(home, "audit"), path.join(folder, headsFolder));
  const client = await pool.connect();
  try {
    await client.query("begin transaction isolation level repeatable read read only");
    const tables: { [table: string]: Manifest["tables"][string] } = {};
    for (const table of await tablesOf(client)) {
      const file = path.join(folder, tableFile({ salt }, table.name));
      const sealed = { file, key, seal: tableSeal(table.name) };
      const columns = table.columns.map(({ name }) => name);
      tables[table.name] = { ...(await writeTable(linesOf(client, table), sealed)), columns };
    }
    const { rows: known } = await client.query<KnownBlob>(
      `select b.id, b.lab, b.lab_key as "labKey", b.wrapped_key as "wrappedKey", b.size::float8 as size,
        b.deleted_at is not null as marked, v.name as dataset
        from blobs b left join lateral (select name from dataset_versions where blob = b.id limit 1) v on true order by b.id`,
    );
    const { rows: labKeys } = await client.query<WrappedLabKey>("select id, lab, wrapped from lab_keys");
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
      salt,
      tables,
      heads,
      sequences,
      ...(await copyBlobs(
        { from: path.join(home, "blobs"), to: path.join(folder, blobsFolder), sealOf: sealChecks(masterKey, labKeys), watch },
        known,
      )),
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

/** Names, documents and parts of results stand in tables; and a copy travels. */
async function writeTable(
  lines: AsyncIterable<string>,
  { file, key, seal }: { readonly file: string; readonly key: Uint8Array; readonly seal: string },
): Promise<KeptFile & { readonly rows: number }> {
  const out = createWriteStream(file, { flags: "wx", mode: 0o600 });
  const hash = createHash("sha256");
  let [rows, bytes] = [0, 0];
  const plain = async function* (): AsyncGenerator<Uint8Array> {
    for await (const line of lines) {
      rows++;
      yield Buffer.from(`${line}\n`);
    }
  };
  for await (const part of sealStream(key, seal, plain(), () => {})) {
    hash.update(part);
    bytes += part.length;
    if (!out.write(part)) await once(out, "drain");
  }
  out.end();
  await finished(out);
  return { rows, bytes, sha256: hash.digest("hex") };
}

async function copyHeads(from: string, to: string): Promise<Manifest["heads"]> {
  const heads: { [file: string]: KeptFile } = {};
  for (const name of await readdir(from).catch(() => [])) {
    if (name.endsWith(".heads")) heads[name] = await passFile(path.join(from, name), { to: path.join(to, name) });
  }
  return heads;
}

interface KnownBlob extends SealedBlob {
  readonly marked: boolean;
  /** Of a version of a data set; null: a result's, or nobody's any more. */
  readonly dataset: string | null;
}

interface Copying {
  readonly from: string;
  readonly to: string;
  readonly sealOf: ReturnType<typeof sealChecks>;
  readonly watch: BackupWatch;
}

/**
 * Bytes of a result that are gone are made again when somebody asks; those of a data set are not. Damaged ones are copied as
 * they are, and said to be damaged: a copy without them would have less, and no copy at all least.
 */
async function copyBlobs(
  { from, to, sealOf, watch }: Copying,
  known: readonly KnownBlob[],
): Promise<Pick<Manifest, "blobs" | "damaged" | "lost">> {
  const blobs: { [id: string]: KeptFile } = {};
  const damaged: string[] = [];
  const all = known.reduce((sum, { size }) => sum + sealedSize(size), 0);
  let [lost, done] = [0, 0];
  for (const blob of known) {
    const { id, marked, dataset } = blob;
    const target = path.join(to, blobPlace(id));
    await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
    const seal = sealOf(blob);
    try {
      blobs[id] = await passFile(path.join(from, blobPlace(id)), {
        to: target,
        onPart: (part) => {
          seal?.add(part);
          done += part.length;
          watch.progress?.(done, all);
        },
      });
    } catch (error) {
      if (!isGone(error)) throw error;
      if (dataset !== null && !isMissing(error))
        throw new BackupRefused(
          `The bytes of ${dataset} (${id}) in ${from} cannot be read: ${error instanceof Error ? error.message : String(error)}. The copy would not be whole. Mend the disk, or put the file there from an earlier copy, and try again.`,
        );
      if (dataset !== null)
        throw new BackupRefused(
          `The bytes of ${dataset} (${id}) are not in ${from}. Is this the server's GENOMECRAFT_HOME? The copy would not be whole.`,
        );
      await rm(target, { force: true });
      // The collector takes what was marked a day ago.
      if (!marked) lost++;
      continue;
    }
    if (seal?.isSound()) continue;
    damaged.push(id);
    watch.damaged?.({ id, dataset });
  }
  if (lost > 0 && Object.keys(blobs).length === 0)
    throw new BackupRefused(`No file of this server is in ${from}. Is this its GENOMECRAFT_HOME? The copy would not be whole.`);
  return { blobs, ...(damaged.length > 0 ? { damaged } : {}), ...(lost > 0 ? { lost } : {}) };
}

const isMissing = (error: unknown): boolean => error instanceof Error && "code" in error && error.code === "ENOENT";

/** Not there, or on a part of the disk that is read no more. */
const isGone = (error: unknown): boolean =>
  isMissing(error) ||
  (error instanceof Error && "code" in error && error.code === "EIO" && "syscall" in error && error.syscall === "read");
