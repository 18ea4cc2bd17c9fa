// Three sets of real expression data as tests of quality take them: GSE96870 (22 samples, counts), golub (72 arrays), stem cells of four
// labs (125 samples). The last two lie beside the checkout only.

import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import type { Assay } from "../artifacts/artifact.ts";
import { assayOf } from "../artifacts/assay.ts";
import { tableOf, textColumn } from "../artifacts/table.ts";
import { referenceFile } from "./reference-data.ts";

export interface ExpressionSet {
  readonly features: readonly string[];
  readonly samples: readonly string[];
  /** features x samples, row-major. */
  readonly values: Float32Array;
  readonly sex?: readonly string[];
  readonly group: readonly string[];
  readonly batch?: readonly string[];
}

const lines = (name: string): readonly (readonly string[])[] => {
  const bytes = readFileSync(referenceFile(name));
  const text = name.endsWith(".gz") ? gunzipSync(bytes).toString() : bytes.toString();
  return text
    .trim()
    .split("\n")
    .map((line) => line.split(","));
};
/** The values of a column of a sheet, in the order of the samples. */
const said = (sheet: readonly (readonly string[])[], samples: readonly string[], name: string): readonly string[] => {
  const at = sheet[0]?.indexOf(name) ?? -1;
  return samples.map((sample) => sheet.find(([id]) => id === sample)?.[at] ?? "");
};

export function influenza(): ExpressionSet {
  const [head = [], ...rows] = lines("GSE96870_mouse_influenza/GSE96870_counts_cerebellum.csv.gz");
  const sheet = lines("GSE96870_mouse_influenza/GSE96870_coldata_cerebellum.csv");
  const samples = head.slice(1);
  return {
    features: rows.map(([gene]) => gene ?? ""),
    samples,
    values: Float32Array.from(rows.flatMap((row) => row.slice(1).map(Number))),
    sex: said(sheet, samples, "sex"),
    group: said(sheet, samples, "time"),
  };
}

export function golub(): ExpressionSet {
  const [head = [], ...rows] = lines("golub/golub_expression.csv.gz");
  const samples = head.slice(1);
  return {
    features: rows.map(([gene]) => gene ?? ""),
    samples,
    values: Float32Array.from(rows.flatMap((row) => row.slice(1).map(Number))),
    group: said(lines("golub/golub_samples.csv"), samples, "class"),
  };
}

export function stemCells(): ExpressionSet {
  const [head = [], ...rows] = lines("stemcells_4labs/expression.csv");
  const sheet = lines("stemcells_4labs/samples.csv");
  const samples = rows.map(([sample]) => sample ?? "");
  const features = head.slice(1);
  const values = new Float32Array(features.length * samples.length);
  rows.forEach((row, sample) =>
    row.slice(1).forEach((value, feature) => (values[feature * samples.length + sample] = Number(value))),
  );
  return { features, samples, values, group: said(sheet, samples, "celltype"), batch: said(sheet, samples, "study") };
}

/** With its columns by their meanings. */
export function expressionAssay(data: ExpressionSet, scale: Assay["scale"]): Assay {
  const column = (name: string, values: readonly string[] | undefined, semantic: "sex" | "group" | "lab") =>
    values
      ? [
          textColumn(
            name,
            values.map((value) => value || null),
            { semantic },
          ),
        ]
      : [];
  return assayOf({
    values: { layout: "dense", data: data.values },
    features: tableOf(textColumn("gene", data.features)),
    samples: tableOf(
      textColumn("sample", data.samples),
      ...column("sex", data.sex, "sex"),
      ...column("group", data.group, "group"),
      ...column("lab", data.batch, "lab"),
    ),
    scale,
    featureNoun: "gene",
  });
}
