// What is grouped, however it came: the numbers of rows of a table or of samples of a matrix, by which columns, on which scale.

import type { Assay, Table } from "../../artifacts/artifact.ts";
import { doubtsOfScale } from "../../artifacts/raw-values.ts";
import { namesOfRows } from "../../artifacts/semantics.ts";
import { cellString, isMissing } from "../../artifacts/table.ts";
import type { Failure } from "../../base/failure.ts";
import { err, ok, type Result } from "../../base/result.ts";
import type { PointRows } from "../../contract/cluster-method.ts";
import type { Doubt } from "../../contract/doubt.ts";
import { annotationOf, learningData } from "../../learn/data-of-artifact.ts";
import { mostVariable, selectFeatures } from "../../learn/design-matrix.ts";
import { doubtsOfData } from "../../learn/doubts-of-data.ts";
import { doubtsOfAll } from "../../learn/kept-aside.ts";
import { momentsOf } from "../../stats/moments.ts";
import type { ClusterSpec } from "./spec.ts";
import { words } from "./words.ts";

export interface GroupedRows {
  readonly points: PointRows;
  readonly columns: readonly string[];
  readonly isScaled: boolean;
  /** Row of the source behind each. */
  readonly kept: Int32Array;
  readonly all: number;
  readonly names: readonly string[];
  readonly annotation: Table;
  readonly doubts: readonly Doubt[];
}

/** Columns that are coordinates of rows already: of the whole of the data, and of pictures. */
const components = /^(?:PCA?|MDS|LV|IC|Factor|Dim|Harmony|X_pca)[ ._-]?\d+$/i;
const picture = /^(?:UMAP|t-?SNE|X_umap|X_tsne)[ ._-]?\d+$/i;

export function rowsOf(source: Table | Assay, spec: ClusterSpec): Result<GroupedRows, Failure> {
  const { columns, scale, topFeatures } = spec;
  const isMatrix = source.type === "assay";
  const chosen = columns.length > 0 ? columns : isMatrix ? null : componentsOf(source);
  const isTop = isMatrix && chosen === null && topFeatures > 0;
  const data = learningData(source, { features: chosen, except: [], needs: [], selects: isTop ? topFeatures : 0 });
  if (!data.ok) return data;
  let { matrix } = data.value;
  if (matrix.rows < 3) return err(words.failure("too-few", { n: matrix.rows }, { at: ["from"] }));
  if (isTop && topFeatures < matrix.features.length) matrix = selectFeatures(matrix, mostVariable(matrix, topFeatures));
  const width = matrix.features.length;
  const taken = matrix.features;
  const areComponents = taken.every((name) => components.test(name) || picture.test(name));
  const isScaled = scale === "unit" || (scale === "auto" && !isMatrix && !areComponents && width > 1);
  const varying = Array.from(
    { length: width },
    (_, f) => !momentsOf(matrix.values, { start: f, stride: width, count: matrix.rows }).isConstant,
  );
  if (!varying.includes(true)) return err(words.failure("all-same", {}, { at: ["columns"] }));
  const values = isScaled ? scaled(matrix.values, matrix.rows, width) : matrix.values.slice();
  const same = isTop ? [] : taken.filter((_, at) => !varying[at]);
  const onPicture = taken.filter((name) => picture.test(name));
  return ok({
    points: { values, rows: matrix.rows, width },
    columns: taken,
    isScaled,
    kept: data.value.kept,
    all: data.value.rowNames.length,
    names: data.value.rowNames,
    annotation: annotationOf(source),
    doubts: [
      ...doubtsOfAll(source),
      ...doubtsOfScale(source, !isScaled),
      ...doubtsOfData(chosen === null ? data.value : { ...data.value, passedOver: [] }),
      ...(same.length > 0 ? [words.sentence("doubt-same", { columns: same.slice(0, 12), n: same.length })] : []),
      ...(onPicture.length > 0 ? [words.sentence("doubt-embedding", { columns: onPicture })] : []),
      ...sameIds(source),
    ],
  });
}

const stemOf = (name: string): string => name.replace(/[ ._-]?\d+$/, "");

/** Those of the data, else those of a picture; null: there are neither. */
function componentsOf({ columns }: Table): readonly string[] | null {
  const numbers = columns.filter(({ type }) => type === "float64" || type === "int32").map(({ name }) => name);
  // Of components that came with a file and those that were computed here the latter, which are called PC.
  const stems = [...new Set(numbers.filter((name) => components.test(name)).map(stemOf))];
  const stem = stems.find((each) => each === "PC") ?? stems[0];
  const own = numbers.filter((name) => components.test(name) && stemOf(name) === stem);
  const drawn = numbers.filter((name) => picture.test(name));
  return own.length > 0 ? own : drawn.length > 1 ? drawn : null;
}

/** Each column less its mean, over its standard deviation (divisor n - 1); a constant one becomes 0. */
function scaled(values: Float64Array, rows: number, width: number): Float64Array {
  const made = values.slice();
  for (let f = 0; f < width; f++) {
    const { mean, squares, isConstant } = momentsOf(values, { start: f, stride: width, count: rows });
    const spread = isConstant ? 0 : Math.sqrt(squares / (rows - 1));
    for (let at = f; at < rows * width; at += width) made[at] = spread > 0 ? ((values[at] as number) - mean) / spread : 0;
  }
  return made;
}

/** Names that several rows bear, where rows have names. */
function sameIds(source: Table | Assay): readonly Doubt[] {
  const { columns, rowCount } = annotationOf(source);
  const column = source.type === "assay" ? columns[0] : namesOfRows(columns);
  if (!column) return [];
  const seen = new Set<string>();
  let again = 0;
  for (let row = 0; row < rowCount; row++) {
    if (isMissing(column, row)) continue;
    const name = cellString(column, row);
    if (seen.has(name)) again += 1;
    seen.add(name);
  }
  // A donor of whom there are several cells is no mistake.
  return again === 0 || column.semantic === "patient"
    ? []
    : [words.sentence("doubt-same-ids", { n: again, column: column.name })];
}
