// A loom file as an assay: /matrix as the values, layers beside it, row_attrs and col_attrs as the tables.

import type { Column, MatrixValues } from "../../artifacts/artifact.ts";
import { assayOf } from "../../artifacts/assay.ts";
import { booleanColumn, textColumn } from "../../artifacts/table.ts";
import type { FileContent, Issue, Read, ReadTask } from "../../contract/format.ts";
import { doubt } from "../parts/doubts/of-matrices.ts";
import { columnsOfTable, numbersColumn } from "../parts/hdf5/columns.ts";
import { floatsOf } from "../parts/hdf5/compressed.ts";
import { type Hdf5Dataset, type Hdf5Group, withHdf5 } from "../parts/hdf5/hdf5-file.ts";
import { words as hdf5Words } from "../parts/hdf5/words.ts";
import { RowsToMatrix } from "../parts/matrices/rows-to-matrix.ts";
import { scaleOfValues } from "../../artifacts/scale-of-values.ts";
import { contentOf, idColumn, issuesOfRounded, shareOf, tableWithId } from "../parts/matrices/whole-assay.ts";
import { words } from "./words.ts";

export const read: Read = (task) => withHdf5(task, (root) => contentIn(root, task));

/** Columns of one attribute: an embedding. */
const mostWide = 50;
const atOnce = 1 << 22;
/** Attributes that name what they describe, the likeliest first (loompy's and scanpy's habits). */
const names = {
  row_attrs: ["Accession", "var_names", "GeneID", "gene_ids", "Gene", "Name"],
  col_attrs: ["CellID", "obs_names", "cell_id", "Barcode", "barcodes"],
} as const;

interface Read1 {
  readonly name: string;
  readonly values: MatrixValues;
  readonly rounded: number;
}

function contentIn(root: Hdf5Group, task: ReadTask): FileContent {
  const main = root.dataset("matrix");
  if (!main) return hdf5Words.fail("nothing-there", { what: "/matrix", format: "loom", available: root.names() });
  const [featureCount = 0, cellCount = 0] = main.shape;
  const layers = root.group("layers");
  const available = ["matrix", ...(layers?.names() ?? [])];
  const chosen = task.settings.layer ?? "matrix";
  if (!available.includes(chosen))
    return words.fail("no-layer", { layer: chosen, available }, { at: ["layer"], fix: { path: ["layer"], value: null } });
  const matrices = available.flatMap((name): Read1[] => {
    const data = name === "matrix" ? main : layers?.dataset(name);
    return data ? [{ name, ...matrixIn(data, [featureCount, cellCount]) }] : [];
  });
  const taken = matrices.find(({ name }) => name === chosen);
  if (!taken) return words.fail("no-layer", { layer: chosen, available });
  const features = describedBy(root, "row_attrs", featureCount, task);
  const samples = describedBy(root, "col_attrs", cellCount, task);
  const others = matrices.filter((each) => each !== taken);
  const assay = assayOf({
    values: taken.values,
    ...(others.length > 0 ? { layers: others.map(({ name, values }) => ({ name, values })) } : {}),
    features: features.table,
    samples: samples.table,
    scale: scaleOfValues(taken.values),
    featureNoun: "gene",
  });
  const [other] = others;
  const issues: Issue[] = [
    ...(other && task.settings.layer === null
      ? [
          {
            ...doubt(words.sentence("layers-other", { others: others.map(({ name }) => name) }), {
              path: ["layer"],
              value: other.name,
            }),
            severity: "note" as const,
          },
        ]
      : []),
    ...issuesOfRounded(matrices.reduce((sum, { rounded }) => sum + rounded, 0)),
    ...features.issues,
    ...samples.issues,
  ];
  const share = shareOf(taken.values, featureCount, cellCount);
  return contentOf(assay, issues, [words.sentence("log-read", { features: featureCount, cells: cellCount, share })]);
}

function matrixIn(data: Hdf5Dataset, [features, cells]: readonly [number, number]): Omit<Read1, "name"> {
  if (data.shape.length !== 2 || data.shape[0] !== features || data.shape[1] !== cells)
    hdf5Words.fail("shape-differs", {
      what: data.path,
      found: data.shape.join(" x "),
      expected: `${features} x ${cells}`,
      by: "/matrix",
    });
  // An empty read asks whether all of it can be there.
  data.rows(0, 0);
  const matrix = new RowsToMatrix(features, cells);
  const step = Math.max(1, Math.floor(atOnce / Math.max(1, cells)));
  let rounded = 0;
  for (let from = 0; from < features; from += step) {
    const part = floatsOf(data.rows(from, Math.min(features, from + step)));
    rounded += part.rounded;
    matrix.add(from, part.values);
  }
  return { values: matrix.end(), rounded };
}

function describedBy(root: Hdf5Group, what: "row_attrs" | "col_attrs", count: number, { settings, name: file }: ReadTask) {
  const group = root.group(what);
  const isRows = what === "row_attrs";
  const looked = names[what];
  const ids = looked
    .map((name) => ({ name, texts: textsIn(group, name, count) }))
    .find(({ texts }) => texts !== null && new Set(texts).size === count);
  const repeated = ids
    ? undefined
    : looked.map((name) => ({ name, texts: textsIn(group, name, count) })).find(({ texts }) => texts);
  const own = ids ?? repeated;
  const noun = isRows ? "gene" : "cell";
  const texts = own?.texts ?? Array.from({ length: count }, (_, at) => `${noun}${at + 1}`);
  const semantic = isRows ? "gene" : "sample";
  const id = idColumn(own?.name ?? noun, texts, { noun: isRows ? "gene" : "sample", semantic }, settings);
  const columns: Column[] = [];
  const left: string[] = [];
  for (const name of group?.names() ?? []) {
    if (name === own?.name) continue;
    const data = group?.dataset(name);
    const found = data && data.shape[0] === count ? columnsIn(name, data) : [];
    if (found.length === 0) left.push(name);
    columns.push(...found);
  }
  const issues: Issue[] = [
    ...(own ? [] : [doubt(words.sentence("nameless", { what, looked, name: file }))]),
    ...(left.length > 0
      ? [doubt(words.sentence("attribute-left", { what, columns: left.slice(0, 20), count: left.length, most: mostWide }))]
      : []),
  ];
  return { table: tableWithId(id, columns), issues };
}

function textsIn(group: Hdf5Group | null, name: string, count: number): readonly string[] | null {
  const data = group?.dataset(name);
  return data?.holds === "text" && data.shape.length === 1 && data.shape[0] === count ? data.texts() : null;
}

function columnsIn(name: string, data: Hdf5Dataset): readonly Column[] {
  const [, width = 1] = data.shape;
  const isOne = data.shape.length === 1 || (data.shape.length === 2 && width === 1);
  if (data.holds === "text") return isOne ? [textColumn(name, data.texts())] : [];
  if (data.holds === "other") return [];
  if (!isOne) return data.shape.length === 2 && width <= mostWide ? columnsOfTable(name, data, mostWide) : [];
  const numbers = data.numbers();
  return data.holds === "boolean"
    ? [
        booleanColumn(
          name,
          Array.from(numbers, (value) => value !== 0),
        ),
      ]
    : [numbersColumn(name, numbers, data.holds === "whole")];
}
