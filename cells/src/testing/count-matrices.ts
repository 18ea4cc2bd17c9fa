// Two matrices of counts, bare: the mice of GSE96870 (dense), and 700 blood cells of 765 genes (sparse, as they are read). For tests
// only.

import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import type { Assay } from "../artifacts/artifact.ts";
import { assayOf } from "../artifacts/assay.ts";
import { tableOf, textColumn } from "../artifacts/table.ts";
import { hasReference, referenceFile } from "./reference-data.ts";

const files = {
  mice: "GSE96870_mouse_influenza/GSE96870_counts_cerebellum.csv.gz",
  cells: "pbmc68k_reduced/10x_mtx/matrix.mtx.gz",
} as const;
export const countSets = ["mice", "cells"] as const;
export type CountSet = (typeof countSets)[number];
export const hasCounts = (set: CountSet): boolean => hasReference(files[set]);

const linesOf = (set: CountSet): string[] =>
  gunzipSync(readFileSync(referenceFile(files[set])))
    .toString("utf8")
    .trim()
    .split("\n");
const names = (count: number, by: string): string[] => Array.from({ length: count }, (_, at) => `${by}${at + 1}`);
const tables = (features: number, samples: number) => ({
  features: tableOf(textColumn("gene", names(features, ""))),
  samples: tableOf(textColumn("sample", names(samples, "s"))),
  scale: "counts" as const,
  featureNoun: "gene",
});

/** Features are called by their place, from 1. */
export function countMatrix(set: CountSet): Assay {
  if (set === "mice") {
    const rows = linesOf(set)
      .slice(1)
      .map((line) => line.split(",").slice(1).map(Number));
    return assayOf({
      values: { layout: "dense", data: Float32Array.from(rows.flat()) },
      ...tables(rows.length, rows[0]?.length ?? 0),
    });
  }
  const [size = [], ...entries] = linesOf(set)
    .filter((line) => !line.startsWith("%"))
    .map((line) => line.trim().split(" ").map(Number));
  const [features = 0, samples = 0] = size;
  entries.sort(([a = 0, b = 0], [c = 0, d = 0]) => b - d || a - c);
  const offsets = new Int32Array(samples + 1);
  for (const [, sample = 0] of entries) offsets[sample] = (offsets[sample] as number) + 1;
  for (let at = 1; at <= samples; at++) offsets[at] = (offsets[at] as number) + (offsets[at - 1] as number);
  return assayOf({
    values: {
      layout: "sparse",
      offsets,
      featureIndex: Int32Array.from(entries, ([feature = 1]) => feature - 1),
      data: Float32Array.from(entries, ([, , value = 0]) => value),
    },
    ...tables(features, samples),
  });
}
