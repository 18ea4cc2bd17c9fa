// What is doubtful in a table of places, or of rows that have identifiers, and is mended safely by a step below it: chromosomes that
// are called in two ways, and rows that stand twice. Nothing of it is done unasked.

import type { Column, Table } from "../../../artifacts/artifact.ts";
import { styleOfChromosome } from "../../../artifacts/builds.ts";
import { categoryOf } from "../../../artifacts/semantics.ts";
import { isMissing } from "../../../artifacts/table.ts";
import type { Issue } from "../../../contract/format.ts";
import { words } from "./words.ts";

type LineOf = (row: number) => number;

export function issuesOfPlaces(table: Table, lineOf: LineOf): readonly Issue[] {
  const twice = rowsTwice(table, lineOf);
  return [...stylesOfChromosomes(table, lineOf), ...(twice ? [twice] : [])];
}

/** Of one column: the step that mends it does so in all of them. */
export function stylesOfChromosomes({ columns }: Table, lineOf: LineOf): readonly Issue[] {
  const chromosomes = columns.filter(({ semantic }) => semantic === "chromosome");
  return chromosomes.flatMap((column) => twoStyles(column, lineOf) ?? []).slice(0, 1);
}

/** chr1 beside 1: joins and overlaps keep them apart. */
function twoStyles(column: Column, lineOf: LineOf): Issue | null {
  if (column.type !== "text") return null;
  const styles = column.dictionary.map(styleOfChromosome);
  const counts = { chr: 0, plain: 0 };
  const first = { chr: -1, plain: -1 };
  for (let row = 0; row < column.codes.length; row++) {
    const style = isMissing(column, row) ? null : styles[column.codes[row] as number];
    if (style !== "chr" && style !== "plain") continue;
    counts[style]++;
    if (first[style] < 0) first[style] = row;
  }
  if (counts.chr === 0 || counts.plain === 0) return null;
  const to = counts.chr >= counts.plain ? "chr" : "plain";
  const fewer = to === "chr" ? "plain" : "chr";
  const shown = (style: "chr" | "plain"): string => column.dictionary[column.codes[first[style]] as number] ?? "";
  const line = lineOf(first[fewer]);
  const params = { column: column.name, one: shown(to), other: shown(fewer), count: counts[fewer], line: String(line) };
  return {
    rule: "chromosomes-mixed",
    severity: "warning",
    line,
    field: column.name,
    message: words.sentence("chromosomes-mixed", params),
    step: { verb: "rename-chromosomes", to },
  };
}

/** More are not compared: numbers for so many rows are kept for that. */
const mostRows = 5_000_000;

/** Rows that are the same in every column, where rows are things that have a place or a name. */
function rowsTwice(table: Table, lineOf: LineOf): Issue | null {
  const { columns, rowCount } = table;
  const isOfThings = columns.some((column) => column.semantic === "chromosome" || categoryOf(column) === "identifier");
  if (!isOfThings || columns.length < 2 || rowCount < 2 || rowCount > mostRows) return null;
  const places = 2 ** Math.ceil(Math.log2(rowCount * 2));
  const taken = new Int32Array(places).fill(-1);
  const hashes = hashesOf(columns, rowCount);
  let count = 0;
  let first: { readonly row: number; readonly other: number } | null = null;
  for (let row = 0; row < rowCount; row++) {
    let at = (hashes[row] as number) & (places - 1);
    for (; taken[at] !== -1; at = (at + 1) & (places - 1)) {
      const other = taken[at] as number;
      if (hashes[other] !== hashes[row] || !columns.every((column) => isSame(column, other, row))) continue;
      count++;
      first ??= { row, other };
      break;
    }
    if (taken[at] === -1) taken[at] = row;
  }
  if (!first) return null;
  const [line, other] = [lineOf(first.row), lineOf(first.other)];
  return {
    rule: "rows-twice",
    severity: "note",
    line,
    field: null,
    message: words.sentence("rows-twice", { count, line: String(line), other: String(other) }),
    step: { verb: "distinct" },
  };
}

const gone = 0x5bd1e995;

/** A number of each row; rows that are the same have the same. */
function hashesOf(columns: readonly Column[], rowCount: number): Int32Array {
  const hashes = new Int32Array(rowCount).fill(0x811c9dc5);
  for (const column of columns) {
    const { valid } = column;
    // Of a number of 64 bits both halves.
    const source: ArrayLike<number> =
      column.type === "text"
        ? column.codes
        : column.type === "float64"
          ? new Int32Array(column.values.buffer, column.values.byteOffset, 2 * rowCount)
          : column.values;
    const step = column.type === "float64" ? 2 : 1;
    for (let row = 0; row < rowCount; row++) {
      let value = source[row * step] as number;
      if (step === 2) value ^= source[row * step + 1] as number;
      if (valid && valid[row] === 0) value = gone;
      const mixed = Math.imul((hashes[row] as number) ^ value, 0x01000193);
      hashes[row] = mixed ^ (mixed >>> 15);
    }
  }
  return hashes;
}

function isSame(column: Column, one: number, other: number): boolean {
  const isGone = isMissing(column, one);
  if (isGone !== isMissing(column, other)) return false;
  if (isGone) return true;
  return column.type === "text" ? column.codes[one] === column.codes[other] : Object.is(column.values[one], column.values[other]);
}
