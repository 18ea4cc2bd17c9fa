// The lines of a table in a backup, compared once more with their sum while they are read: what was looked at before may
// have been changed since.

import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import path from "node:path";
import { BlobDamaged } from "../blobs/blob-store.ts";
import { openStream } from "../blobs/segments.ts";
import { BackupRefused, type Manifest, tablesFolder, tablesKey } from "./manifest.ts";

/** A backup whose tables can be read. */
export interface OpenBackup {
  readonly folder: string;
  readonly manifest: Manifest;
  readonly masterKey: Uint8Array;
}

/** Below the folder of the backup. */
export const tableFile = ({ salt }: Pick<Manifest, "salt">, table: string): string =>
  path.join(tablesFolder, salt === undefined ? `${table}.jsonl` : `${table}.sealed`);

/** What a table is sealed for: the file of another one does not open in its place. */
export const tableSeal = (table: string): string => `backup table ${table}`;

/** None where the backup has no such table. Throws after the last line where the file is not the one that was written. */
export async function* readTable({ folder, manifest, masterKey }: OpenBackup, table: string): AsyncGenerator<string> {
  const kept = manifest.tables[table];
  if (!kept) return;
  const file = path.join(folder, tableFile(manifest, table));
  const hash = createHash("sha256");
  const changed = (): BackupRefused => new BackupRefused(`${file} was changed while it was read. Take another copy.`);
  const parts = async function* (): AsyncGenerator<Uint8Array> {
    for await (const part of createReadStream(file, { highWaterMark: 2 ** 20 }) as AsyncIterable<Buffer>) {
      hash.update(part);
      yield part;
    }
  };
  const { salt } = manifest;
  try {
    yield* linesIn(salt === undefined ? parts() : openStream(tablesKey(masterKey, salt), tableSeal(table), parts()));
  } catch (error) {
    throw error instanceof BlobDamaged ? changed() : error;
  }
  if (hash.digest("hex") !== kept.sha256) throw changed();
}

/** By line feeds alone: a text may hold other ends of lines, which JSON writes as they are. */
async function* linesIn(parts: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const text = new TextDecoder("utf-8", { ignoreBOM: true });
  // A line may be a hundred megabytes: its pieces are joined once.
  let pieces: string[] = [];
  for await (const part of parts) {
    const found = text.decode(part, { stream: true }).split("\n");
    const rest = found.pop() ?? "";
    for (const end of found) {
      yield pieces.join("") + end;
      pieces = [];
    }
    pieces.push(rest);
  }
}

/** The rows as records of the texts that Postgres wrote. */
export async function* readRows(backup: OpenBackup, table: string): AsyncGenerator<{ readonly [column: string]: string | null }> {
  const columns = backup.manifest.tables[table]?.columns ?? [];
  for await (const line of readTable(backup, table)) {
    const values = JSON.parse(line) as readonly (string | null)[];
    yield Object.fromEntries(columns.map((column, at) => [column, values[at] ?? null]));
  }
}
