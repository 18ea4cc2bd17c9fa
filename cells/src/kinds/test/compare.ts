// The data of each test in its shape: groups of rows, two numbers of each individual, two columns, or counts.

import { isNumeric } from "../../artifacts/table.ts";
import type { Column } from "../../artifacts/artifact.ts";
import { cellString, isMissing } from "../../artifacts/table.ts";
import type { Failure } from "../../base/failure.ts";
import { nearestNames } from "../../base/nearest-name.ts";
import { err, ok, type Result } from "../../base/result.ts";
import { type Doubt, doubtOf } from "../../contract/doubt.ts";
import type { ComparedData, Shape } from "../../contract/statistical-test.ts";
import { ownClusters, refuseOwnClusters } from "../../design/own-clusters.ts";
import { perhapsRepeated, repeatedDonors } from "../../design/repeated-individuals.ts";
import { levelsOf } from "../../design/variables-of-sheet.ts";
import { numbersOf, sheetColumn, type Source } from "./read-source.ts";
import type { TestSpec } from "./spec.ts";
import { words } from "./words.ts";

export interface Compared {
  readonly shape: Shape;
  /** Groups in their order; of two columns none. */
  readonly levels: readonly string[];
  /** Rows of each, or pairs. */
  readonly sizes: readonly number[];
  readonly said: readonly Doubt[];
  /** Of the value at that place; or why there is nothing to test. */
  data(at: number): ComparedData | "infinite" | "missing";
}

const mostGroups = 50;

export function compare(source: Source, spec: TestSpec): Result<Compared, Failure> {
  const by = sheetColumn(source.sheet, spec.by, "by");
  if (!by.ok) return by;
  if (ownClusters([by.value], [spec.by]) !== null) return err(refuseOwnClusters(spec.by, ["by"]));
  const kinds = new Set(source.names.map((_, at) => isOfNumbers(source, at)));
  if (kinds.size > 1) return err(words.failure("mixed", {}, { at: ["values"] }));
  const ofNumbers = kinds.has(true);
  const different = levelsOf(by.value);
  const isGroups =
    spec.byIs === "groups" || (spec.byIs === "auto" && (!isNumeric(by.value) || different.length <= 2 || spec.groups.length > 0));
  if (!isGroups) {
    const unused = (["groups", "pairs"] as const).find((field) =>
      field === "groups" ? spec.groups.length > 0 : spec.pairs !== null,
    );
    if (unused !== undefined)
      return err(
        words.failure(
          `${unused}-by-number`,
          { by: spec.by },
          { at: [unused], fix: { path: [unused], value: unused === "groups" ? [] : null } },
        ),
      );
  }
  if (!isGroups)
    return ofNumbers ? columnsOf(source, by.value, spec) : err(words.failure("texts-by-number", { by: spec.by }, { at: ["by"] }));
  const said: Doubt[] = [];
  if (spec.byIs === "auto" && isNumeric(by.value))
    said.push(words.sentence("numbers-as-groups", { by: spec.by, n: different.length }));
  const levels = spec.groups.length > 0 ? spec.groups : different;
  const unknown = levels.find((level) => !different.includes(level));
  if (unknown !== undefined)
    return err(
      words.failure("no-group", { group: unknown, by: spec.by, near: nearestNames(unknown, different) }, { at: ["groups"] }),
    );
  if (levels.length < 2) return err(words.failure("one-group", { by: spec.by }, { at: ["by"] }));
  if (levels.length > mostGroups) return err(words.failure("many-groups", { by: spec.by, n: levels.length }, { at: ["by"] }));
  const groups = groupsOf(by.value, levels);
  const lost = groups.filter((code) => code < 0).length;
  if (lost > 0) said.push(doubtOf(words.sentence("not-in-groups", { n: lost, by: spec.by }), [lost]));
  const grouped = { source, spec, levels, groups, said, ofNumbers };
  return spec.pairs === null ? apart(grouped) : within(grouped, spec.pairs);
}

interface Grouped {
  readonly source: Source;
  readonly spec: TestSpec;
  readonly levels: readonly string[];
  /** By row; -1: none. */
  readonly groups: Int32Array;
  readonly said: readonly Doubt[];
  readonly ofNumbers: boolean;
}

const isOfNumbers = (source: Source, at: number): boolean => {
  const column = source.column(at);
  return column === null || isNumeric(column);
};

function groupsOf(column: Column, levels: readonly string[]): Int32Array {
  const places = new Map(levels.map((level, at) => [level, at]));
  const length = column.type === "text" ? column.codes.length : column.values.length;
  return Int32Array.from({ length }, (_, row) => {
    if (isMissing(column, row)) return -1;
    const text = cellString(column, row);
    return places.get(column.type === "boolean" ? text.toUpperCase() : text) ?? -1;
  });
}

function columnsOf(source: Source, by: Column, spec: TestSpec): Result<Compared, Failure> {
  const rows = Int32Array.from({ length: source.sheet.rowCount }, (_, row) => row);
  const repeated = repeatedIn(source, spec, rows, null);
  if (repeated) return err(repeated);
  const other = numbersOf(by);
  return ok({
    shape: "columns",
    levels: [],
    sizes: [source.sheet.rowCount],
    said: perhapsOfOne(source, spec, rows),
    data: (at) => pairData("columns", source.numbers(at), other),
  });
}

function pairData(
  shape: "columns" | "repeats",
  first: Float64Array,
  second: Float64Array,
): ComparedData | "infinite" | "missing" {
  const both = [...first.keys()].filter((row) => !Number.isNaN(first[row]) && !Number.isNaN(second[row]));
  const [x, y] = [
    Float64Array.from(both, (row) => first[row] as number),
    Float64Array.from(both, (row) => second[row] as number),
  ];
  if (both.length === 0) return "missing";
  return x.every(Number.isFinite) && y.every(Number.isFinite) ? { shape, x, y } : "infinite";
}

/** Rows of an individual each. */
function apart({ source, spec, levels, groups, said: before, ofNumbers }: Grouped): Result<Compared, Failure> {
  const rows = Int32Array.from(groups.keys()).filter((row) => (groups[row] as number) >= 0);
  const repeated = repeatedIn(source, spec, rows, levels.length);
  if (repeated) return err(repeated);
  const said = [...before, ...perhapsOfOne(source, spec, rows)];
  const rowsOf = levels.map((_, level) => rows.filter((row) => groups[row] === level));
  const sizes = rowsOf.map(({ length }) => length);
  if (!ofNumbers) {
    const many = source.names.findIndex((_, at) => levelsOf(source.column(at) as Column).length > mostGroups);
    if (many >= 0) return err(words.failure("many-values", { name: source.names[many] ?? "" }, { at: ["values"] }));
    return ok({
      shape: "counts",
      levels,
      sizes,
      said,
      data: (at) => countsBy(source.column(at) as Column, groups, levels),
    });
  }
  return ok({
    shape: "groups",
    levels,
    sizes,
    said,
    data: (at) => {
      const values = source.numbers(at);
      const parts = rowsOf.map((of) => presentAt(values, of));
      if (parts.every(({ length }) => length === 0)) return "missing";
      return parts.every(areFinite) ? { shape: "groups", groups: parts } : "infinite";
    },
  });
}

/** Loops, as they are gone through for each of tens of thousands of features. */
function presentAt(values: Float64Array, rows: Int32Array): Float64Array {
  const present = new Float64Array(rows.length);
  let n = 0;
  for (let at = 0; at < rows.length; at++) {
    const value = values[rows[at] as number] as number;
    if (!Number.isNaN(value)) present[n++] = value;
  }
  return n === rows.length ? present : present.slice(0, n);
}
function areFinite(values: Float64Array): boolean {
  for (let at = 0; at < values.length; at++) if (!Number.isFinite(values[at])) return false;
  return true;
}

/** How often each value comes in each group: a row a value. */
function countsBy(column: Column, groups: Int32Array, levels: readonly string[]): ComparedData | "missing" {
  const values = levelsOf(column);
  if (values.length === 0) return "missing";
  const codes = groupsOf(column, values);
  const counts = values.map(() => new Array<number>(levels.length).fill(0));
  codes.forEach((code, row) => {
    const group = groups[row] as number;
    const line = counts[code];
    if (line && group >= 0) line[group] = (line[group] as number) + 1;
  });
  return { shape: "counts", counts, rows: values, columns: levels };
}

/** Two values of each individual, one in each of two groups. */
function within({ source, spec, levels, groups, said, ofNumbers }: Grouped, pairs: string): Result<Compared, Failure> {
  if (levels.length !== 2) return err(words.failure("pairs-of-two", { n: levels.length, by: spec.by }, { at: ["groups"] }));
  const column = sheetColumn(source.sheet, pairs, "pairs");
  if (!column.ok) return column;
  const rows = new Map<string, [number, number]>();
  let several = 0;
  groups.forEach((group, row) => {
    if (group < 0 || isMissing(column.value, row)) return;
    const name = cellString(column.value, row);
    const pair = rows.get(name) ?? [-1, -1];
    if ((pair[group] as number) >= 0) several++;
    pair[group] = row;
    rows.set(name, pair);
  });
  if (several > 0) return err(words.failure("several-of-one", { pairs, n: several }, { at: ["pairs"] }));
  const both = [...rows.values()].filter(([first, second]) => first >= 0 && second >= 0);
  if (both.length < 2) return err(words.failure("no-pairs", { pairs, by: spec.by, n: both.length }, { at: ["pairs"] }));
  const alone = rows.size - both.length;
  const told = alone > 0 ? [...said, doubtOf(words.sentence("without-partner", { n: alone, pairs }), [alone])] : said;
  const common = { levels, sizes: [both.length, both.length], said: told };
  if (!ofNumbers)
    return ok({ ...common, shape: "repeated-counts", data: (at) => countsOfPairs(source.column(at) as Column, both) });
  return ok({
    ...common,
    shape: "repeats",
    data: (at) => {
      const values = source.numbers(at);
      const side = (of: 0 | 1) => Float64Array.from(both, (pair) => values[pair[of]] as number);
      return pairData("repeats", side(0), side(1));
    },
  });
}

function countsOfPairs(column: Column, pairs: readonly (readonly [number, number])[]): ComparedData | "missing" {
  const values = levelsOf(column);
  const codes = groupsOf(column, values);
  const counts = values.map(() => new Array<number>(values.length).fill(0));
  for (const [first, second] of pairs) {
    const [from, to] = [codes[first] as number, codes[second] as number];
    const line = counts[from];
    if (line && to >= 0) line[to] = (line[to] as number) + 1;
  }
  return values.length === 0 ? "missing" : { shape: "repeated-counts", counts, rows: values, columns: values };
}

/** The same where only what a column is called says so. */
function perhapsOfOne(source: Source, spec: TestSpec, rows: Int32Array): readonly Doubt[] {
  const columns = source.noun === null ? source.sheet.columns : source.sheet.columns.slice(1);
  const perhaps = perhapsRepeated(columns, rows, [spec.by, ...spec.values]);
  return perhaps ? [doubtOf(words.sentence("perhaps-repeated", { ...perhaps }), [perhaps.n])] : [];
}

/** Rows of one individual are no independent evidence. `groups`: null where a number is related, within individuals by no test here. */
function repeatedIn(source: Source, spec: TestSpec, rows: Int32Array, groups: number | null): Failure | null {
  const columns = source.noun === null ? source.sheet.columns : source.sheet.columns.slice(1);
  const repeated = repeatedDonors(columns, rows, [spec.by]);
  if (repeated && groups !== 2)
    return words.failure(
      groups === null ? "repeated-individuals-number" : "repeated-individuals-several",
      { ...repeated },
      {
        at: groups === null ? ["by"] : ["groups"],
      },
    );
  return (
    repeated &&
    words.failure("repeated-individuals", { ...repeated }, { at: ["pairs"], fix: { path: ["pairs"], value: repeated.column } })
  );
}
