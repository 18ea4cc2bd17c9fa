// The digest of a table's content: see digest-of-artifact.ts for the rules.

import type { Digest } from "../../../base/ids.ts";
import type { Hasher } from "../../../base/digest.ts";
import { invariant } from "../../../base/invariant.ts";
import type { Column, Table, TextColumn } from "../../artifact.ts";
import type { NewHasher } from "../../artifact-type.ts";
import { addJson, bytesOf, normalFloats } from "../../content-hash.ts";
import { moreOf } from "../../table.ts";
import { type DictionaryBytes, dictionaryBytes, takeTextBytes, textBytes } from "../../text-bytes.ts";

export function digestOfTable(table: Table, newHasher: NewHasher): Digest {
  const hasher = newHasher();
  addJson(hasher, {
    rows: table.rowCount,
    columns: table.columns.map((column) => ({
      name: column.name,
      type: column.type,
      ...moreOf(column),
    })),
  });
  for (const column of table.columns) addColumn(hasher, column, table.rowCount);
  return hasher.digest();
}

function addColumn(hasher: Hasher, column: Column, rows: number): void {
  const valid = column.valid?.includes(0) ? column.valid : null;
  const text = column.type === "text" ? canonicalText(column, valid) : null;
  // Lengths first, so that no two columns run together into the same bytes.
  hasher.update(bytesOf(Int32Array.of(rows, valid ? 1 : 0, text?.strings.offsets.length ?? 0, text?.strings.bytes.length ?? 0)));
  if (valid) hasher.update(valid);
  if (column.type === "text") {
    invariant(text, "text columns have canonical text");
    hasher.update(bytesOf(text.codes));
    hasher.update(bytesOf(text.strings.offsets));
    hasher.update(text.strings.bytes);
    return;
  }
  const values = valid ? withoutMissing(column.values, valid) : column.values;
  hasher.update(bytesOf(values instanceof Float64Array ? normalFloats(values) : values));
}

/** Codes into the distinct texts in order of first appearance, -1 where missing. */
function canonicalText(column: TextColumn, valid: Uint8Array | null) {
  const { codes, dictionary } = column;
  const bytes = dictionaryBytes(dictionary, codes.length);
  if (bytes?.distinct) return canonicalCodes(codes, valid, bytes);
  const canonicalOf = new Int32Array(dictionary.length).fill(-2);
  const known = new Map<string, number>();
  const texts: string[] = [];
  const canonical = new Int32Array(codes.length);
  for (let row = 0; row < codes.length; row++) {
    if (valid && valid[row] === 0) {
      canonical[row] = -1;
      continue;
    }
    const code = codes[row] as number;
    let found = canonicalOf[code] as number;
    if (found === -2) {
      const text = dictionary[code] as string;
      found = known.get(text) ?? texts.length;
      if (found === texts.length) {
        known.set(text, found);
        texts.push(text);
      }
      canonicalOf[code] = found;
    }
    canonical[row] = found;
  }
  return { codes: canonical, strings: textBytes(texts) };
}

/** The same of a dictionary in which no text occurs twice: no text is looked at. */
function canonicalCodes(codes: Int32Array, valid: Uint8Array | null, dictionary: DictionaryBytes) {
  const canonicalOf = new Int32Array(dictionary.offsets.length - 1).fill(-1);
  const order = new Int32Array(Math.min(codes.length, canonicalOf.length));
  const canonical = new Int32Array(codes.length);
  let found = 0;
  for (let row = 0; row < codes.length; row++) {
    if (valid && valid[row] === 0) {
      canonical[row] = -1;
      continue;
    }
    const code = codes[row] as number;
    if ((canonicalOf[code] as number) < 0) {
      order[found] = code;
      canonicalOf[code] = found++;
    }
    canonical[row] = canonicalOf[code] as number;
  }
  return { codes: canonical, strings: takeTextBytes(dictionary, order.subarray(0, found)) };
}

function withoutMissing<T extends Float64Array | Int32Array | Uint8Array>(values: T, valid: Uint8Array): T {
  const copy = values.slice() as T;
  for (let row = 0; row < copy.length; row++) if (valid[row] === 0) copy[row] = 0;
  return copy;
}
