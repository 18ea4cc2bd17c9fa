// Features by stats/filter-by-expr.ts: library sizes are those of the matrix, the smallest group that of the design or the column.

import type { Assay } from "../../artifacts/artifact.ts";
import type { StepScope } from "../../contract/step.ts";
import { cutoffsOf, type FilterByExpr, isExpressed, smallestGroup, smallestOfDesign } from "../../stats/filter-by-expr.ts";
import { SumsByPlace } from "../../stats/sums.ts";
import { levelsOf, variableOf } from "../../design/variables-of-sheet.ts";
import type { OptionsOf } from "../../contract/step.ts";
import { librarySizes } from "../parts/library-sizes.ts";
import { eachValue } from "../parts/matrix-values.ts";
import { needReads } from "../parts/need-reads.ts";
import { needDesign } from "../parts/need-design.ts";
import { needColumn, needNumber, refuse } from "../parts/step-scope.ts";
import { keepsFeatures } from "../parts/features-of-state.ts";
import type { filterByExpression } from "./step.ts";
import { words } from "./words.ts";

type Options = OptionsOf<typeof filterByExpression>;

export const { fitted, apply } = keepsFeatures(expressed);

function expressed(step: Options, assay: Assay, scope: StepScope): readonly number[] {
  needReads(assay, "scale-filter", scope);
  const options: FilterByExpr = {
    minCount: needNumber(scope, step.minCount, ["minCount"], 0),
    minTotalCount: needNumber(scope, step.minTotalCount, ["minTotalCount"], 0),
    largeN: needNumber(scope, step.largeN, ["largeN"], 0),
    minProp: needNumber(scope, step.minProp, ["minProp"], 0),
  };
  if (options.minProp > 1) return refuse(scope, words, "share-range", { field: "minProp", value: options.minProp }, ["minProp"]);
  const { rows, smallest } = comparedBy(step, assay, scope);
  const sizes = librarySizes(assay, scope);
  const isIn = new Uint8Array(assay.sampleCount);
  for (const row of rows) isIn[row] = 1;
  const cutoffs = cutoffsOf(
    Float64Array.from(rows, (row) => sizes[row] as number),
    smallest,
    options,
  );
  const factors = new Float64Array(assay.sampleCount);
  rows.forEach((row, at) => (factors[row] = cutoffs.perMillion[at] as number));
  // Zeros, which a sparse matrix does not store, reach a bound of 0 alone.
  const reached = new Float64Array(assay.featureCount).fill(cutoffs.cpm <= 0 ? rows.length : 0);
  const totals = new SumsByPlace(assay.featureCount);
  eachValue(assay, (feature, sample, value) => {
    if (isIn[sample] === 0 || Number.isNaN(value)) return;
    totals.add(feature, value);
    if (cutoffs.cpm > 0 && value * (factors[sample] as number) >= cutoffs.cpm)
      reached[feature] = (reached[feature] as number) + 1;
  });
  const sums = totals.all();
  return [...sums.keys()].filter((feature) => isExpressed(reached[feature] as number, sums[feature] as number, cutoffs, options));
}

/** Samples that are compared, and how many of them the smallest group has. */
function comparedBy({ compare }: Options, assay: Assay, scope: StepScope): { rows: Int32Array; smallest: number } {
  const everySample = Int32Array.from({ length: assay.sampleCount }, (_, at) => at);
  if (compare.by === "none") return { rows: everySample, smallest: assay.sampleCount };
  if (compare.by === "design") {
    const { looked, matrix } = needDesign(scope, assay.samples, compare.design, {
      path: ["compare"],
      withDesign: (design) => ({ ...compare, design }),
    });
    if (looked.rows.length < assay.sampleCount) scope.say(words.sentence("left-out", { step: scope.index + 1 }));
    const columns = matrix.columns.map(({ values }) => values);
    return { rows: looked.rows, smallest: smallestOfDesign(columns, matrix.rowCount) };
  }
  const column = needColumn(scope, assay.samples, compare.column, ["compare", "column"]);
  const made = variableOf(column, { column: column.name, as: "factor" });
  const codes = made.ok && made.value.kind === "factor" ? made.value.codes : [];
  const rows = everySample.filter((row) => (codes[row] as number) >= 0);
  const found = levelsOf(column).length;
  const params = { column: column.name };
  if (found === 0) return refuse(scope, words, "no-group", params, ["compare", "column"]);
  if (found === 1) scope.say(words.sentence("one-group", { step: scope.index + 1, ...params }));
  const n = assay.sampleCount - rows.length;
  if (n > 0) scope.say(words.sentence("without-group", { step: scope.index + 1, n, ...params }));
  return { rows, smallest: smallestGroup(Array.from(rows, (row) => codes[row] as number)) };
}
