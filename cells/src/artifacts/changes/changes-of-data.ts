// Two tables, or two matrices: what came, what went, what is otherwise.

import { asWritten } from "../as-written.ts";
import type { Assay, Table } from "../artifact.ts";
import { featureIds, sampleIds, valueAt } from "../assay.ts";
import { namesOfRows } from "../semantics.ts";
import { cellString, isMissing } from "../table.ts";
import { columnsChanged, valuesChanged } from "./changes-of-columns.ts";
import {
  type Changes,
  cut,
  inTurn,
  isChanged,
  type ListChange,
  mostCells,
  mostExamples,
  namedOf,
  none,
  type ValueChanges,
  type ValueExample,
} from "./changes.ts";
import { rowsInBoth } from "./rows-in-both.ts";

/**
 * What an act says of itself. places: rows stay where they are, or some are left out; order: they are moved; anew: they are made of others;
 * any: it is looked for which are which.
 */
export type Rows = "places" | "order" | "anew" | "any";

export function changesOf(before: Table | Assay, after: Table | Assay, rows: Rows): Changes {
  if (before === after) return { lists: [], values: { changed: 0, of: 0, examples: [] } };
  if (before.type === "table" && after.type === "table") return changesOfTable(before, after, rows);
  if (before.type === "assay" && after.type === "assay") return changesOfMatrix(before, after);
  return { lists: [], values: null, instead: "form" };
}

function changesOfTable(before: Table, after: Table, rows: Rows): Changes {
  const columns = columnsChanged(before, after);
  const named = (table: Table) => (row: number) => {
    const names = namesOfRows(table.columns);
    return names && !isMissing(names, row) ? (cut(cellString(names, row)) as string) : `#${row + 1}`;
  };
  const inPlace = { from: new Int32Array(after.rowCount).map((_, at) => at), others: [] };
  const isInPlace = rows === "places" && before.rowCount === after.rowCount;
  const found = isInPlace
    ? { ...inPlace, to: inPlace.from }
    : rows === "any" || rows === "places"
      ? rowsInBoth(before, after)
      : null;
  const isFewer = after.rowCount <= before.rowCount;
  const others = (found?.others ?? []).slice(0, mostExamples).map(named(isFewer ? before : after));
  const count = Math.abs(before.rowCount - after.rowCount);
  const moved: ListChange = {
    of: "rows",
    added: isFewer ? none : { n: count, names: others },
    removed: isFewer ? { n: count, names: others } : none,
    renamed: [],
  };
  const lists = [columns, moved].filter(isChanged);
  if (!found) return { lists, values: null, instead: rows === "order" && count === 0 ? "order" : "rows" };
  if (!isInPlace)
    return { lists, values: { changed: 0, of: found.from.length * (before.columns.length - columns.removed.n), examples: [] } };
  const { values, looked } = valuesChanged(before, after, found, named(before));
  return { lists, values, ...(looked < found.from.length ? { looked: { rows: looked, of: found.from.length } } : {}) };
}

function changesOfMatrix(before: Assay, after: Assay): Changes {
  const features = namesChanged("features", featureIds(before), featureIds(after), before.features === after.features);
  const samples = namesChanged("samples", sampleIds(before), sampleIds(after), before.samples === after.samples);
  const columns = columnsChanged(before.samples, after.samples);
  const lists = [features.list, samples.list, columns].filter(isChanged);
  const annotation = valuesChanged(before.samples, after.samples, samples, (row) => sampleIds(before)[row] ?? "");
  const { values, looked } = numbersChanged(before, after, features, samples);
  // What is known of the samples counts where it changed.
  const about = annotation.values;
  const all =
    about.changed === 0
      ? values
      : {
          changed: values.changed + about.changed,
          of: values.of + about.of,
          examples: inTurn([values.examples, about.examples]),
        };
  const isPart = looked < features.from.length;
  return { lists, values: all, ...(isPart ? { looked: { rows: looked, of: features.from.length } } : {}) };
}

interface Paired {
  readonly list: ListChange;
  readonly from: Int32Array;
  readonly to: Int32Array;
}

function namesChanged(of: "features" | "samples", before: readonly string[], after: readonly string[], isSame: boolean): Paired {
  const own = Int32Array.from(after.keys());
  const nothing: ListChange = { of, added: none, removed: none, renamed: [] };
  if (isSame) return { list: nothing, from: own, to: own };
  const placeOf = new Map(before.map((name, at) => [name, at]));
  const here = new Set(after);
  const added = after.filter((name) => !placeOf.has(name));
  const removed = before.filter((name) => !here.has(name));
  // As many, and each where it was: those that are not found are called otherwise.
  const isInPlace = (name: string, at: number): boolean =>
    name === before[at] || (!placeOf.has(name) && !here.has(before[at] ?? ""));
  if (added.length > 0 && before.length === after.length && after.every(isInPlace)) {
    const renamed = after.flatMap((to, at) => (to === before[at] ? [] : [{ from: before[at] ?? "", to }]));
    return { list: { ...nothing, renamed: renamed.slice(0, mostExamples) }, from: own, to: own };
  }
  const kept = own.filter((at) => placeOf.has(after[at] ?? ""));
  const from = kept.map((at) => placeOf.get(after[at] ?? "") ?? 0);
  return { list: { ...nothing, added: namedOf(added), removed: namedOf(removed) }, from, to: kept };
}

/** Numbers of features and samples that stand in both. Where there are many, of some features. */
function numbersChanged(
  before: Assay,
  after: Assay,
  features: Paired,
  samples: Paired,
): { readonly values: ValueChanges; readonly looked: number } {
  const width = samples.from.length;
  const height = features.from.length;
  if (before.values === after.values) return { values: { changed: 0, of: width * height, examples: [] }, looked: height };
  const stride = Math.max(1, Math.ceil((width * height) / mostCells));
  const [rowNames, columnNames] = [featureIds(before), sampleIds(before)];
  let [changed, looked] = [0, 0];
  const examples: ValueExample[][] = [];
  for (let at = 0; at < height; at += stride) {
    looked++;
    const [row, otherRow] = [features.from[at] as number, features.to[at] as number];
    const own: ValueExample[] = [];
    for (let s = 0; s < width; s++) {
      const [sample, otherSample] = [samples.from[s] as number, samples.to[s] as number];
      const [one, other] = [valueAt(before, row, sample), valueAt(after, otherRow, otherSample)];
      if (one === other || (Number.isNaN(one) && Number.isNaN(other))) continue;
      changed++;
      if (examples.length < mostExamples && own.length < mostExamples)
        own.push({ row: rowNames[row] ?? "", column: columnNames[sample] ?? "", before: shown(one), after: shown(other) });
    }
    if (own.length > 0) examples.push(own);
  }
  return { values: { changed, of: looked * width, examples: inTurn(examples) }, looked };
}

const shown = (value: number): number | string | null =>
  Number.isNaN(value) ? null : Number.isFinite(value) ? asWritten(value) : String(value);
