// A matrix as a table: a row per sample, per feature, or per value.

import { bytesBy, doublesBy, wholesBy } from "../../base/filled-arrays.ts";
import type { Assay, Column, Table } from "../../artifacts/artifact.ts";
import { asWritten } from "../../artifacts/as-written.ts";
import { denseData, featureIds, featureValues, sampleIds } from "../../artifacts/assay.ts";
import { takeRows } from "../../artifacts/table.ts";
import type { Apply } from "../../contract/step.ts";
import { refuse, tableWith } from "../parts/step-scope.ts";
import { words as shared } from "../words.ts";
import type { toTable } from "./step.ts";

const widest = 2_000;
const longest = 20_000_000;
const units: { readonly [scale in Assay["scale"]]?: string } = {
  counts: "counts",
  cpm: "CPM",
  tpm: "TPM",
  fpkm: "FPKM",
  "log2-cpm": "log2 CPM",
  log2: "log2",
  log10: "log10",
  ln: "ln",
  "z-score": "z-score",
};

export const apply: Apply<typeof toTable> = {
  assay(step, assay, scope) {
    const unit = units[assay.scale] === undefined ? {} : { unit: units[assay.scale] as string };
    const width = assay.sampleCount;
    const number = (name: string, values: Float64Array): Column => {
      // In a table what was not measured is missing, and 0.1 is 0.1 again, of which 32 bits keep a neighbour.
      const missing = values.some((value) => Number.isNaN(value));
      const valid = missing ? bytesBy(values.length, (row) => (Number.isNaN(values[row]) ? 0 : 1)) : null;
      return {
        name,
        type: "float64",
        semantic: "number",
        ...unit,
        valid,
        values: values.map((value) => (Number.isNaN(value) ? 0 : asWritten(value))),
      };
    };
    if (step.shape === "samples") {
      if (assay.featureCount > widest) {
        return refuse(scope, shared, "pivot-wide", { column: assay.featureNoun, count: assay.featureCount, limit: widest }, [
          "shape",
        ]);
      }
      const columns = featureIds(assay).map((name, feature) => number(name, Float64Array.from(featureValues(assay, feature))));
      return tableWith(scope, [...assay.samples.columns, ...columns], width);
    }
    const source = denseData(assay);
    if (step.shape === "wide") {
      if (width > widest)
        return refuse(scope, shared, "pivot-wide", { column: "sample", count: width, limit: widest }, ["shape"]);
      const columns = sampleIds(assay).map((name, sample) =>
        number(
          name,
          doublesBy(assay.featureCount, (feature) => source[feature * width + sample] as number),
        ),
      );
      return tableWith(scope, [...assay.features.columns, ...columns], assay.featureCount);
    }
    if (source.length > longest) return refuse(scope, shared, "join-large", { limit: longest }, ["shape"]);
    const take = (table: Table, rowOf: (at: number) => number): readonly Column[] =>
      takeRows(table, wholesBy(source.length, rowOf)).columns;
    const features = take({ ...assay.features, columns: assay.features.columns.slice(0, 1) }, (at) => Math.floor(at / width));
    const samples = take(assay.samples, (at) => at % width);
    return tableWith(scope, [...features, ...samples, number("value", Float64Array.from(source))], source.length);
  },
};
