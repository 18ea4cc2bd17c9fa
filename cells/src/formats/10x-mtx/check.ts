// Holds the three files of 10x Genomics to their rules, and to each other: entries against the sizes, names against the sides.

import type { CheckTask, FileParts } from "../../contract/format.ts";
import { eachLine } from "../parts/check/each-line.ts";
import { isBarcode, typesOf10x } from "../parts/matrices/names-of-10x.ts";
import { type Roles, triosOf } from "./roles.ts";
import { rules } from "./rules.ts";

export { rules };

type Rule = keyof typeof rules;
type Say = (
  rule: Rule,
  part: string,
  line: number | null,
  found: string,
  params?: { readonly [name: string]: string | number },
) => void;

export async function check(task: CheckTask): Promise<void> {
  const { parts } = task;
  const trios = parts && triosOf(parts.names);
  if (!parts || !trios) return;
  for (const trio of trios) await checkTrio(parts, trio, task);
}

async function checkTrio(parts: FileParts, roles: Roles, task: CheckTask): Promise<void> {
  const say: Say = (rule, part, line, found, params) =>
    task.report({ rule, part, line, field: null, found, ...(params ? { params } : {}) });
  const sizes = await checkMatrix(parts, roles, task, say);
  const features = await checkNames(parts, roles.features, false, task, say);
  const barcodes = await checkNames(parts, roles.barcodes, true, task, say);
  if (!sizes) return;
  const isTurned = features === sizes.columns && barcodes === sizes.rows;
  if (isTurned) return;
  if (features !== sizes.rows) say("10x-mtx-features", roles.features, null, String(features), { expected: sizes.rows });
  if (barcodes !== sizes.columns) say("10x-mtx-barcodes", roles.barcodes, null, String(barcodes), { expected: sizes.columns });
}

const linesOf = (parts: FileParts, name: string, task: CheckTask) => ({
  open: () => parts.open(name),
  fraction: () => null,
  ...(task.signal ? { signal: task.signal } : {}),
});

interface Sizes {
  readonly rows: number;
  readonly columns: number;
}

/** Null: the sizes cannot be told. */
async function checkMatrix(parts: FileParts, { matrix }: Roles, task: CheckTask, say: Say): Promise<Sizes | null> {
  let sizes: (Sizes & { readonly entries: number }) | null = null;
  let isBroken = false;
  let count = 0;
  let before = { row: 0, column: 0 };
  let isOrdered = true;
  const seen = new Set<number>();
  await eachLine(linesOf(parts, matrix, task), (text, line) => {
    if (line === 1 && !/^%%MatrixMarket\s+matrix\s+coordinate\s+(?:integer|real|pattern)\s+general\s*$/i.test(text))
      say("10x-mtx-header", matrix, 1, text);
    if (text.startsWith("%") || text.trim() === "" || isBroken) return;
    const fields = text.trim().split(/\s+/);
    if (sizes === null) {
      const [rows = Number.NaN, columns = Number.NaN, entries = Number.NaN] = fields.map(Number);
      isBroken = fields.length !== 3 || ![rows, columns, entries].every((size) => Number.isSafeInteger(size) && size >= 0);
      if (isBroken) say("10x-mtx-header", matrix, line, text);
      else sizes = { rows, columns, entries };
      return;
    }
    count++;
    const [row = 0, column = 0, value = 1] = fields.map(Number);
    if (!/^\d+\s+\d+(?:\s+\d+(?:\.0*)?)?$/.test(text.trim())) return say("10x-mtx-entry", matrix, line, text);
    const { rows, columns } = sizes;
    if (row < 1 || row > rows || column < 1 || column > columns)
      return say("10x-mtx-outside", matrix, line, text, { rows, columns });
    if (value === 0) say("10x-mtx-zero", matrix, line, text);
    const isLater = column > before.column || (column === before.column && row > before.row);
    const isSame = column === before.column && row === before.row;
    // Places are kept only where order does not tell what is there twice.
    if (isSame) say("10x-mtx-twice", matrix, line, text);
    else if (!isLater && isOrdered) {
      isOrdered = false;
      say("10x-mtx-order", matrix, line, text);
    }
    if (!isOrdered && !isSame && seen.size < mostKept) {
      const place = column * (rows + 1) + row;
      if (seen.has(place)) say("10x-mtx-twice", matrix, line, text);
      seen.add(place);
    }
    before = { row, column };
  });
  const found = sizes as (Sizes & { readonly entries: number }) | null;
  if (!found) {
    if (!isBroken) say("10x-mtx-header", matrix, null, "");
    return null;
  }
  if (count !== found.entries) say("10x-mtx-count", matrix, null, String(count), { expected: found.entries });
  return found;
}

/** Of entries that do not stand in order; memory has a bound. */
const mostKept = 5_000_000;

async function checkNames(parts: FileParts, part: string, isOfBarcodes: boolean, task: CheckTask, say: Say): Promise<number> {
  const seen = new Map<string, number>();
  let count = 0;
  let empty: number | null = null;
  let width = 0;
  await eachLine(linesOf(parts, part, task), (text, line) => {
    const fields = text.split("\t");
    const [name = "", , type] = fields;
    if (name.trim() === "") {
      empty ??= line;
      return;
    }
    if (empty !== null) say("10x-mtx-name", part, empty, "");
    empty = null;
    count++;
    if (width === 0) width = Math.max(isOfBarcodes ? 1 : 2, fields.length);
    if (fields.length !== width) say("10x-mtx-fields", part, line, String(fields.length), { expected: width });
    if (seen.has(name)) say("10x-mtx-name-twice", part, line, name);
    seen.set(name, line);
    if (isOfBarcodes && !isBarcode(name)) say("10x-mtx-barcode-letters", part, line, name);
    if (!isOfBarcodes && type !== undefined && !typesOf10x.has(type)) say("10x-mtx-type", part, line, type);
  });
  return count;
}
