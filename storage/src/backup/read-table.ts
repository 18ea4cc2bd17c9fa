// The lines of a table in a backup, compared once more with their sum while they are read: what was looked at before may
// have been changed since.

import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import path from "node:path";
import { BackupRefused, type Manifest, tablesFolder } from "./manifest.ts";

export const tableFile = (table: string): string => path.join(tablesFolder, `${table}.jsonl`);

/** None where the backup has no such table. Throws after the last line where the file is not the one that was written. */
export async function* readTable(folder: string, manifest: Manifest, table: string): AsyncGenerator<string> {
  const kept = manifest.tables[table];
  if (!kept) return;
  const file = path.join(folder, tableFile(table));
  const hash = createHash("sha256");
  const plain = async function* (): AsyncGenerator<Uint8Array> {
    for await (const part of createReadStream(file) as AsyncIterable<Buffer>) {
      hash.update(part);
      yield part;
    }
  };
  yield* linesIn(plain());
  if (hash.digest("hex") !== kept.sha256) throw new BackupRefused(`${file} was changed while it was read. Take another copy.`);
}

/** By line feeds alone: a text may hold other ends of lines, which JSON writes as they are. */
async function* linesIn(parts: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const text = new TextDecoder("utf-8", { ignoreBOM: true });
  let rest = "";
  for await (const part of parts) {
    const found = (rest + text.decode(part, { stream: true })).split("\n");
    rest = found.pop() ?? "";
    yield* found;
  }
}

/** The rows as records of the texts that Postgres wrote. */
export async function* readRows(
  folder: string,
  manifest: Manifest,
  table: string,
): AsyncGenerator<{ readonly [column: string]: string | null }> {
  const columns = manifest.tables[table]?.columns ?? [];
  for await (const line of readTable(folder, manifest, table)) {
    const values = JSON.parse(line) as readonly (string | null)[];
    yield Object.fromEntries(columns.map((column, at) => [column, values[at] ?? null]));
  }
}
