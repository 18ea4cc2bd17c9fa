// Ranks by stats/ranks.ts. In a table missing values and NaN have none; groups of rows are those of summarise. In a matrix
// NaN is what is missing, and zeros that a sparse matrix does not store are ranked like the others.

import type { Column } from "../../artifacts/artifact.ts";
import { denseData } from "../../artifacts/assay.ts";
import type { Apply } from "../../contract/step.ts";
import { columnOfValues } from "../../formula/values.ts";
import { ranksOfValues, type Ties } from "../../stats/ranks.ts";
import { sayTextOrder } from "../parts/order-of-texts.ts";
import { orderedValues } from "../parts/ordered-values.ts";
import { groupRows, rowsByGroup } from "../parts/rows-by-key.ts";
import { needColumn, refuse } from "../parts/step-scope.ts";
import type { rank } from "./step.ts";
import { words } from "./words.ts";

export const apply: Apply<typeof rank> = {
  table(step, table, scope) {
    if (step.within !== "samples") return refuse(scope, words, "of-matrices", { field: "within" }, ["within"]);
    const ranked = needColumn(scope, table, step.column, ["column"]);
    if (ranked.type === "text" && ranked.semantic !== "chromosome") sayTextOrder(scope, ranked);
    const { values, level } = orderedValues(ranked, table.rowCount);
    const keys = step.by.map((name, at) => needColumn(scope, table, name, ["by", at]));
    const { groupOf, firstRow } = groupRows(keys, table.rowCount);
    const { offsets, rows } = rowsByGroup(groupOf, firstRow.length);
    const ranks = new Float64Array(table.rowCount);
    for (let group = 0; group < firstRow.length; group++) {
      const own = rows.subarray(offsets[group], offsets[group + 1]);
      const found = ranksOfValues(
        Float64Array.from(own, (row) => (level[row] === 0 ? (values[row] as number) : Number.NaN)),
        step,
      );
      for (let at = 0; at < own.length; at++) ranks[own[at] as number] = found[at] as number;
    }
    const made = columnOfRanks(step.name, ranks, step.ties);
    const place = table.columns.findIndex((column) => column.name === step.name);
    const columns = place < 0 ? [...table.columns, made] : table.columns.map((column, at) => (at === place ? made : column));
    return { type: "table", rowCount: table.rowCount, columns };
  },
  assay(step, assay, scope) {
    if (step.column !== "") return refuse(scope, words, "of-tables", { field: "column" }, ["column"]);
    if (step.by.length > 0) return refuse(scope, words, "of-tables", { field: "by" }, ["by"]);
    const source = denseData(assay);
    const { featureCount, sampleCount } = assay;
    const data = new Float32Array(source.length);
    // Values of one sample stand a row apart, those of one feature beside each other.
    const [lines, length, line, next] =
      step.within === "samples" ? [sampleCount, featureCount, 1, sampleCount] : [featureCount, sampleCount, sampleCount, 1];
    const own = new Float64Array(length);
    for (let at = 0; at < lines; at++) {
      for (let nth = 0; nth < length; nth++) own[nth] = source[at * line + nth * next] as number;
      const ranks = ranksOfValues(own, step);
      for (let nth = 0; nth < length; nth++) data[at * line + nth * next] = ranks[nth] as number;
    }
    return { ...assay, scale: "unknown", values: { layout: "dense", data } };
  },
};

/** Only shares of a place are no whole numbers. */
function columnOfRanks(name: string, ranks: Float64Array, ties: Ties): Column {
  const valid = Uint8Array.from(ranks, (rank) => (Number.isNaN(rank) ? 0 : 1));
  return columnOfValues(name, { type: "number", values: ties === "average" ? ranks : Int32Array.from(ranks), valid });
}
