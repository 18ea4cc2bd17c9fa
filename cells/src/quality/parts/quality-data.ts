// The matrix that rules of quality look at: on one scale, its library sizes, its most variable features; each made once, when a
// rule first asks.

import type { Assay, Column } from "../../artifacts/artifact.ts";
import { denseData } from "../../artifacts/assay.ts";
import { equalSamples } from "../../artifacts/equal-samples.ts";
import { cellString, isMissing } from "../../artifacts/table.ts";
import { isScaledReads } from "../../artifacts/scale-of-values.ts";
import { rawValues } from "../../artifacts/raw-values.ts";
import type { QualityColumns, QualityData } from "../../contract/quality-rule.ts";
import { mostVariable } from "../../stats/most-variable.ts";
import { genotypesOf } from "./genotypes.ts";
import { sumsPerSample } from "./per-sample.ts";

/** `cells`: what somebody says that samples are; absent, as they look. */
export function qualityData(assay: Assay, columns: QualityColumns, cells?: "samples" | "cells"): QualityData {
  const { featureCount, sampleCount } = assay;
  // Genotypes lie in bytes, and nobody asks for them otherwise.
  let dense: Float32Array | null = null;
  const values = (): Float32Array => (dense ??= denseData(assay));
  // Numbers below 0 and infinite ones are no counts, whatever the matrix is called.
  // Of a sparse matrix what is not stored is 0.
  const isCounts = (): boolean => {
    for (const value of assay.values.data) if (value < 0 || value === Number.POSITIVE_INFINITY) return false;
    return true;
  };
  const scale = assay.scale === "counts" && isCounts() ? "counts" : rawValues(assay);
  const librarySizes = scale === "counts" ? sumsPerSample(assay) : null;
  const isLinear = scale === "linear" || isScaledReads(assay.scale);
  let logged: Float64Array | null = null;
  let equal: Int32Array | null = null;
  const order = new Map<number, Int32Array>();
  const data: QualityData = {
    assay,
    columns,
    isCells: cells === undefined ? librarySizes !== null && cellsLookSo(assay) !== null : cells === "cells",
    isLinear,
    librarySizes,
    genotypes: genotypesOf(assay),
    equal: () => (equal ??= equalSamples(assay)),
    logged: () => (logged ??= onOneScale(values(), sampleCount, librarySizes, isLinear)),
    variable(most) {
      const found = order.get(most);
      if (found) return found;
      const all = data.logged();
      const chosen = mostVariable(featureCount, Math.min(most, featureCount), (feature) =>
        all.subarray(feature * sampleCount, (feature + 1) * sampleCount),
      );
      order.set(most, chosen);
      return chosen;
    },
  };
  return data;
}

/** So many samples of one study, most of whose counts are 0, are single cells. */
const fewestCells = 500;
const mostZeros = 0.7;

/** By what samples of counts look like single cells; null: by nothing. */
export function cellsLookSo({ samples, values, sampleCount, featureCount }: Assay): "barcodes" | "zeros" | null {
  if (samples.columns[0]?.semantic === "barcode") return "barcodes";
  if (sampleCount < fewestCells) return null;
  let stored = 0;
  for (const value of values.data) if (value !== 0) stored++;
  return 1 - stored / (sampleCount * featureCount) > mostZeros ? "zeros" : null;
}

function onOneScale(values: Float32Array, samples: number, sizes: Float64Array | null, isLinear: boolean): Float64Array {
  const logged = new Float64Array(values.length);
  for (let at = 0; at < values.length; at++) {
    const value = values[at] as number;
    const size = sizes ? (sizes[at % samples] as number) : 0;
    // A sample without reads has none of any feature.
    logged[at] = sizes ? (size > 0 ? Math.log2((value / size) * 1e6 + 1) : value) : isLinear ? Math.log2(value + 1) : value;
  }
  return logged;
}

/** Samples by what a column says of them: the names in their order, and of each sample its name's place or -1. */
export interface Grouping {
  readonly names: readonly string[];
  readonly of: Int32Array;
}

export function groupingOf(column: Column, samples: number): Grouping {
  const names: string[] = [];
  const places = new Map<string, number>();
  const of = new Int32Array(samples).fill(-1);
  for (let row = 0; row < samples; row++) {
    if (isMissing(column, row)) continue;
    const text = cellString(column, row);
    let place = places.get(text);
    if (place === undefined) {
      place = names.length;
      places.set(text, place);
      names.push(text);
    }
    of[row] = place;
  }
  return { names, of };
}
