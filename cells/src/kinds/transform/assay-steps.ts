// Steps on matrices of features x samples. Numbers are computed in double precision and kept as float32. A matrix that is
// sparse stays sparse as long as zeros stay zeros.
//
// CPM of a count y in sample s: y / L_s * 1e6, where L_s is the sum of the counts of s over the features that are there
// at that step (filtering first changes L, as keep.lib.sizes = FALSE does in edgeR). Robinson, McCarthy & Smyth,
// Bioinformatics 26:139-140, 2010; edgeR's cpm(). log-CPM here is log2(CPM + prior), the prior in CPM units and the same
// in all samples. (edgeR's cpm(log = TRUE) adds prior.count * L_s / mean(L) to the counts before dividing, so its numbers
// differ for low counts.)

import type { Assay, Column, Table } from "../../artifacts/artifact.ts";
import { denseData, featureIds, featureValues, sampleIds } from "../../artifacts/assay.ts";
import { isMissing, takeRows, textsOf } from "../../artifacts/table.ts";
import type { Json } from "../../base/json.ts";
import { nearestNames } from "../../base/nearest-name.ts";
import { isCellRef } from "../../base/refs.ts";
import { accurateSum, takeRowsOrMissing } from "./aggregate.ts";
import { rowsKept } from "./condition.ts";
import { needColumn, needNumber, refuse, tableWith, type StepScope } from "./step-scope.ts";
import type { StepOf } from "./steps.ts";

/** Features in the given order. */
export function takeFeatures(assay: Assay, kept: Int32Array): Assay {
  const { values, sampleCount } = assay;
  const shared = { ...assay, featureCount: kept.length, features: takeRows(assay.features, kept) };
  if (values.layout === "dense") {
    const data = new Float32Array(kept.length * sampleCount);
    for (let at = 0; at < kept.length; at++) {
      const start = (kept[at] as number) * sampleCount;
      data.set(values.data.subarray(start, start + sampleCount), at * sampleCount);
    }
    return { ...shared, values: { layout: "dense", data } };
  }
  const placeOf = new Int32Array(assay.featureCount).fill(-1);
  for (let at = 0; at < kept.length; at++) placeOf[kept[at] as number] = at;
  const offsets = new Int32Array(sampleCount + 1);
  const found: { readonly feature: number; readonly value: number }[] = [];
  for (let sample = 0; sample < sampleCount; sample++) {
    const ofSample: { readonly feature: number; readonly value: number }[] = [];
    for (let at = values.offsets[sample] as number; at < (values.offsets[sample + 1] as number); at++) {
      const feature = placeOf[values.featureIndex[at] as number] as number;
      if (feature >= 0) ofSample.push({ feature, value: values.data[at] as number });
    }
    ofSample.sort((a, b) => a.feature - b.feature);
    for (const item of ofSample) found.push(item);
    offsets[sample + 1] = found.length;
  }
  return {
    ...shared,
    values: {
      layout: "sparse",
      offsets,
      featureIndex: Int32Array.from(found, (item) => item.feature),
      data: Float32Array.from(found, (item) => item.value),
    },
  };
}

/** Samples in the given order. */
export function takeSamples(assay: Assay, kept: Int32Array): Assay {
  const { values, sampleCount, featureCount } = assay;
  const shared = { ...assay, sampleCount: kept.length, samples: takeRows(assay.samples, kept) };
  if (values.layout === "dense") {
    const data = new Float32Array(featureCount * kept.length);
    for (let feature = 0; feature < featureCount; feature++) {
      for (let at = 0; at < kept.length; at++) {
        data[feature * kept.length + at] = values.data[feature * sampleCount + (kept[at] as number)] as number;
      }
    }
    return { ...shared, values: { layout: "dense", data } };
  }
  const offsets = new Int32Array(kept.length + 1);
  for (let at = 0; at < kept.length; at++) {
    const sample = kept[at] as number;
    offsets[at + 1] = (offsets[at] as number) + (values.offsets[sample + 1] as number) - (values.offsets[sample] as number);
  }
  const size = offsets[kept.length] as number;
  const featureIndex = new Int32Array(size);
  const data = new Float32Array(size);
  for (let at = 0; at < kept.length; at++) {
    const start = values.offsets[kept[at] as number] as number;
    const end = values.offsets[(kept[at] as number) + 1] as number;
    featureIndex.set(values.featureIndex.subarray(start, end), offsets[at] as number);
    data.set(values.data.subarray(start, end), offsets[at] as number);
  }
  return { ...shared, values: { layout: "sparse", offsets, featureIndex, data } };
}

/** Calls with every stored number; a sparse matrix stores no zeros. */
function eachValue(assay: Assay, act: (feature: number, sample: number, value: number) => void): void {
  const { values, sampleCount, featureCount } = assay;
  if (values.layout === "dense") {
    for (let feature = 0, at = 0; feature < featureCount; feature++) {
      for (let sample = 0; sample < sampleCount; sample++, at++) act(feature, sample, values.data[at] as number);
    }
    return;
  }
  for (let sample = 0; sample < sampleCount; sample++) {
    for (let at = values.offsets[sample] as number; at < (values.offsets[sample + 1] as number); at++) {
      act(values.featureIndex[at] as number, sample, values.data[at] as number);
    }
  }
}

/** Every number through `act`; sparse stays sparse when `zeroStays`. */
function mapValues(assay: Assay, zeroStays: boolean, act: (value: number, sample: number) => number): Assay["values"] {
  const { values, sampleCount } = assay;
  if (values.layout === "sparse" && zeroStays) {
    const data = new Float32Array(values.data.length);
    for (let sample = 0; sample < sampleCount; sample++) {
      for (let at = values.offsets[sample] as number; at < (values.offsets[sample + 1] as number); at++) {
        data[at] = act(values.data[at] as number, sample);
      }
    }
    return { ...values, data };
  }
  const source = denseData(assay);
  const data = new Float32Array(source.length);
  for (let at = 0; at < source.length; at++) data[at] = act(source[at] as number, at % sampleCount);
  return { layout: "dense", data };
}

export function filterFeatures(step: StepOf<"filter-features">, assay: Assay, scope: StepScope): Assay {
  const { rule } = step;
  const seen = new Float64Array(assay.featureCount);
  let bound: number;
  if (rule.by === "count") {
    const least = needNumber(scope, rule.min, ["rule", "min"]);
    bound = needNumber(scope, rule.samples, ["rule", "samples"], 0);
    eachValue(assay, (feature, _sample, value) => {
      if (value >= least) seen[feature] = (seen[feature] as number) + 1;
    });
    if (assay.values.layout === "sparse" && least <= 0) {
      // Zeros that are not stored reach the bound as well.
      const stored = new Float64Array(assay.featureCount);
      eachValue(assay, (feature) => (stored[feature] = (stored[feature] as number) + 1));
      for (let feature = 0; feature < seen.length; feature++)
        seen[feature] = (seen[feature] as number) + assay.sampleCount - (stored[feature] as number);
    }
  } else {
    bound = needNumber(scope, rule.above, ["rule", "above"]);
    eachValue(assay, (feature, _sample, value) => {
      if (!Number.isNaN(value)) seen[feature] = (seen[feature] as number) + value;
    });
  }
  const kept: number[] = [];
  for (let feature = 0; feature < seen.length; feature++) {
    const value = seen[feature] as number;
    if (rule.by === "count" ? value >= bound : value > bound) kept.push(feature);
  }
  return takeFeatures(assay, Int32Array.from(kept));
}

export const filterSamples = (step: StepOf<"filter">, assay: Assay, scope: StepScope): Assay =>
  takeSamples(assay, rowsKept(step, assay.samples, scope));

/** Sum of the counts of each sample; a missing count is left out. */
function librarySizes(assay: Assay, scope: StepScope): Float64Array {
  const sizes = new Float64Array(assay.sampleCount);
  let negative: readonly [number, number, number] | null = null;
  eachValue(assay, (feature, sample, value) => {
    if (value < 0) negative ??= [feature, sample, value];
    if (!Number.isNaN(value)) sizes[sample] = (sizes[sample] as number) + value;
  });
  const found = negative as readonly [number, number, number] | null;
  if (found) {
    const [feature, sample, value] = found;
    return refuse(scope, "negative-counts", {
      feature: featureIds(assay)[feature] ?? "",
      sample: sampleIds(assay)[sample] ?? "",
      value,
    });
  }
  const empty = sizes.indexOf(0);
  if (empty >= 0) return refuse(scope, "all-zero-sample", { sample: sampleIds(assay)[empty] ?? "" });
  return sizes;
}

export function cpm(assay: Assay, scope: StepScope): Assay {
  const sizes = librarySizes(assay, scope);
  return { ...assay, scale: "cpm", values: mapValues(assay, true, (value, sample) => (value / (sizes[sample] as number)) * 1e6) };
}

export function logCpm(step: StepOf<"log-cpm">, assay: Assay, scope: StepScope): Assay {
  const prior = needNumber(scope, step.prior, ["prior"], 0);
  const sizes = librarySizes(assay, scope);
  if (prior === 0) {
    let zero = false;
    eachValue(assay, (_feature, _sample, value) => (zero ||= value === 0));
    if (zero || assay.values.layout === "sparse")
      return refuse(scope, "number-range", { field: "prior", value: 0, min: 0.001 }, ["prior"]);
  }
  const values = mapValues(assay, prior === 1, (value, sample) => Math.log2((value / (sizes[sample] as number)) * 1e6 + prior));
  return { ...assay, scale: "log2-cpm", values };
}

export function log(step: StepOf<"log">, assay: Assay, scope: StepScope): Assay {
  const prior = needNumber(scope, step.prior, ["prior"]);
  let wrong: readonly [number, number, number] | null = null;
  eachValue(assay, (feature, sample, value) => {
    if (value + prior <= 0) wrong ??= [feature, sample, value];
  });
  if (!wrong && assay.values.layout === "sparse" && prior <= 0) wrong = [0, 0, 0];
  const found = wrong as readonly [number, number, number] | null;
  if (found) {
    const [feature, sample, value] = found;
    const names = { feature: featureIds(assay)[feature] ?? "", sample: sampleIds(assay)[sample] ?? "" };
    return refuse(scope, "log-negative", { ...names, value, prior }, ["prior"]);
  }
  const act = step.base === 2 ? Math.log2 : step.base === 10 ? Math.log10 : Math.log;
  const scale = step.base === 2 ? (assay.scale === "cpm" ? "log2-cpm" : "log2") : "unknown";
  return { ...assay, scale, values: mapValues(assay, prior === 1, (value) => act(value + prior)) };
}

/** Mean and sample variance (n - 1) of the values of one feature that are there. */
function spreadOf(row: Float32Array): { readonly mean: number; readonly variance: number } {
  const present = row.some((value) => Number.isNaN(value)) ? row.filter((value) => !Number.isNaN(value)) : row;
  const count = present.length;
  const mean = accurateSum(count, (at) => present[at] as number) / count;
  const squares = accurateSum(count, (at) => ((present[at] as number) - mean) ** 2);
  return { mean, variance: count < 2 ? 0 : squares / (count - 1) };
}

/** Each feature less its mean, over its standard deviation (n - 1). A feature that never varies becomes 0 everywhere. */
export function zScore(assay: Assay): Assay {
  const source = denseData(assay);
  const data = new Float32Array(source.length);
  const width = assay.sampleCount;
  for (let feature = 0; feature < assay.featureCount; feature++) {
    const row = source.subarray(feature * width, (feature + 1) * width);
    const { mean, variance } = spreadOf(row);
    const deviation = Math.sqrt(variance);
    for (let at = 0; at < width; at++) {
      const value = row[at] as number;
      data[feature * width + at] = deviation > 0 ? (value - mean) / deviation : Number.isNaN(value) ? Number.NaN : 0;
    }
  }
  return { ...assay, scale: "z-score", values: { layout: "dense", data } };
}

/** The features of largest variance over samples, in their old order; of equal variances the first. */
export function topVariable(step: StepOf<"top-variable">, assay: Assay, scope: StepScope): Assay {
  const wanted = Math.floor(needNumber(scope, step.count, ["count"], 1));
  if (wanted >= assay.featureCount) return assay;
  const source = denseData(assay);
  const width = assay.sampleCount;
  const variances = Float64Array.from(
    { length: assay.featureCount },
    (_, feature) => spreadOf(source.subarray(feature * width, (feature + 1) * width)).variance,
  );
  const order = Int32Array.from({ length: assay.featureCount }, (_, feature) => feature);
  order.sort((a, b) => (variances[b] as number) - (variances[a] as number) || a - b);
  return takeFeatures(assay, order.slice(0, wanted).sort());
}

/** `keep` answers the features in the order in which they are named. */
export function selectFeatures(step: StepOf<"select-features">, assay: Assay, scope: StepScope): Assay {
  const given: Json = isCellRef(step.features) ? scope.valueOf(step.features) : (step.features as readonly string[]);
  const wanted = (Array.isArray(given) ? (given as readonly Json[]) : given === null ? [] : [given]).map(String);
  if (wanted.length === 0) return refuse(scope, "nothing-chosen", { field: "features" }, ["features"]);
  const ids = featureIds(assay);
  const placeOf = new Map(ids.map((id, at) => [id, at]));
  const chosen = wanted.map((feature, at) => {
    const place = placeOf.get(feature);
    if (place !== undefined) return place;
    const near = nearestNames(feature, ids);
    const path = isCellRef(step.features) ? ["features"] : ["features", at];
    if (near.length === 0) return refuse(scope, "feature-missing", { noun: assay.featureNoun, feature }, path);
    const fix = isCellRef(step.features) ? {} : { fix: { path: ["steps", scope.index, ...path], value: near[0] as string } };
    return refuse(scope, "feature-near", { noun: assay.featureNoun, feature, near }, path, fix);
  });
  if (step.action === "keep") return takeFeatures(assay, Int32Array.from(new Set(chosen)));
  const dropped = new Set(chosen);
  return takeFeatures(
    assay,
    Int32Array.from({ length: ids.length }, (_, at) => at).filter((at) => !dropped.has(at)),
  );
}

/** Adds the other columns of a table of samples to the annotation; samples that are not in it get missing values. */
export function annotateSamples(step: StepOf<"annotate-samples">, assay: Assay, scope: StepScope): Assay {
  if (!step.with) return refuse(scope, "nothing-chosen", { field: "with" }, ["with"]);
  const other = scope.input(step.with);
  if (other.type !== "table") return refuse(scope, "not-a-table", {}, ["with"]);
  const pair = step.on[0];
  const first = assay.samples.columns[0];
  const left = pair ? needColumn(scope, assay.samples, pair.left, ["on", 0, "left"]) : first;
  const right = pair ? needColumn(scope, other, pair.right, ["on", 0, "right"]) : keyOfSamples(other, assay);
  if (!left || !right) return refuse(scope, "nothing-chosen", { field: "on" }, ["on"]);
  const names = textsOf(left);
  const wanted = new Set(names);
  const placeOf = new Map<string, number>();
  for (const [row, name] of textsOf(right).entries()) {
    if (isMissing(right, row) || !wanted.has(name)) continue;
    if (placeOf.has(name)) return refuse(scope, "samples-repeated", { value: name, column: right.name }, ["on"]);
    placeOf.set(name, row);
  }
  if (placeOf.size === 0 && names.length > 0) {
    return refuse(
      scope,
      "samples-unmatched",
      { samples: names.length, column: right.name, here: names[0] ?? "", there: textsOf(right)[0] ?? "" },
      ["on"],
    );
  }
  const rows = Int32Array.from(names, (name) => placeOf.get(name) ?? -1);
  const added = other.columns.filter((column) => column !== right);
  const replaced = new Set(added.map((column) => column.name));
  const kept = assay.samples.columns.filter((column, at) => at === 0 || !replaced.has(column.name));
  const free = added.filter((column) => column.name !== assay.samples.columns[0]?.name);
  return {
    ...assay,
    samples: tableWith(scope, [...kept, ...free.map((column) => takeRowsOrMissing(column, rows))], assay.sampleCount),
  };
}

/** Where no column is named: the text column of the table that holds most sample names. */
function keyOfSamples(table: Table, assay: Assay): Column | null {
  const names = new Set(sampleIds(assay));
  let best: Column | null = table.columns[0] ?? null;
  let most = 0;
  for (const column of table.columns) {
    if (column.type !== "text") continue;
    const found = column.dictionary.reduce((count, text) => count + (names.has(text) ? 1 : 0), 0);
    if (found > most) {
      most = found;
      best = column;
    }
  }
  return best;
}

const widest = 2_000;
const longest = 20_000_000;
const units: { readonly [scale in Assay["scale"]]?: string } = {
  counts: "counts",
  cpm: "CPM",
  "log2-cpm": "log2 CPM",
  log2: "log2",
  "z-score": "z-score",
};

export function toTable(step: StepOf<"to-table">, assay: Assay, scope: StepScope): Table {
  const unit = units[assay.scale] === undefined ? {} : { unit: units[assay.scale] as string };
  const width = assay.sampleCount;
  const number = (name: string, values: Float64Array): Column => {
    // In a table what was not measured is missing.
    const missing = values.some((value) => Number.isNaN(value));
    const valid = missing ? Uint8Array.from(values, (value) => (Number.isNaN(value) ? 0 : 1)) : null;
    return {
      name,
      type: "float64",
      semantic: "number",
      ...unit,
      valid,
      values: valid ? values.map((value) => (Number.isNaN(value) ? 0 : value)) : values,
    };
  };
  if (step.shape === "samples") {
    if (assay.featureCount > widest) {
      return refuse(scope, "pivot-wide", { column: assay.featureNoun, count: assay.featureCount, limit: widest }, ["shape"]);
    }
    const columns = featureIds(assay).map((name, feature) => number(name, Float64Array.from(featureValues(assay, feature))));
    return tableWith(scope, [...assay.samples.columns, ...columns], width);
  }
  const source = denseData(assay);
  if (step.shape === "wide") {
    if (width > widest) return refuse(scope, "pivot-wide", { column: "sample", count: width, limit: widest }, ["shape"]);
    const columns = sampleIds(assay).map((name, sample) =>
      number(
        name,
        Float64Array.from({ length: assay.featureCount }, (_, feature) => source[feature * width + sample] as number),
      ),
    );
    return tableWith(scope, [...assay.features.columns, ...columns], assay.featureCount);
  }
  if (source.length > longest) return refuse(scope, "join-large", { limit: longest }, ["shape"]);
  const take = (table: Table, rowOf: (at: number) => number): readonly Column[] =>
    takeRows(
      table,
      Int32Array.from({ length: source.length }, (_, at) => rowOf(at)),
    ).columns;
  const features = take({ ...assay.features, columns: assay.features.columns.slice(0, 1) }, (at) => Math.floor(at / width));
  const samples = take(assay.samples, (at) => at % width);
  return tableWith(scope, [...features, ...samples, number("value", Float64Array.from(source))], source.length);
}
