// Random forest of classification trees (Breiman, Machine Learning 45, 2001): bootstrap rows, sqrt(features) drawn anew
// at every split, Gini impurity, trees grown out. Features are binned once into at most 255 quantile bins, and a split is
// searched over the bins of a node instead of over its sorted rows: about a third of the time, the same accuracy.

import { seededRandom, streamSeed, type Random } from "../../stats/seeded-random.ts";
import type { DesignMatrix } from "../../contract/design-matrix.ts";
import { featureMoments } from "../../learn/design-matrix.ts";

export interface Tree {
  /** Feature tested at a node, -1 at a leaf. */
  readonly feature: Int32Array;
  /** Goes left when value <= threshold. Rounded down to float32, as ONNX compares in float32. */
  readonly threshold: Float64Array;
  readonly left: Int32Array;
  readonly right: Int32Array;
  /** Training rows (bootstrap weight) in a node. */
  readonly cover: Float64Array;
  /** nodes x classes: class shares of a node. */
  readonly share: Float64Array;
}

export interface ForestModel {
  readonly kind: "forest";
  readonly classCount: number;
  readonly features: readonly string[];
  /** Mean of each feature in the training rows: trees ask of what is left without it, as float32. */
  readonly centre: Float64Array;
  readonly trees: readonly Tree[];
}

export interface ForestOptions {
  readonly trees: number;
  readonly seed: number;
  readonly maxDepth?: number | null;
  readonly minLeaf?: number;
  /** By class: as how many rows each of its rows counts, in leaves, too. Absent: as one. */
  readonly classWeights?: Float64Array;
  /** Called after each tree; answering false stops. */
  readonly onTree?: (done: number) => boolean;
}

interface Bins {
  /** Upper edges of the bins of each feature: bin b holds values <= edges[b]. */
  readonly edges: readonly Float64Array[];
  /** Column-major: bin of row r, feature f at `of[f * rows + r]`. */
  readonly of: Uint8Array;
}

const maxBins = 255;

/** The largest float32 that is not above `value`. */
export function floatBelow(value: number): number {
  const rounded = Math.fround(value);
  if (rounded <= value) return rounded;
  const view = new DataView(new ArrayBuffer(4));
  view.setFloat32(0, rounded);
  const bits = view.getInt32(0);
  if (rounded > 0) view.setInt32(0, bits - 1);
  else if (rounded < 0) view.setInt32(0, bits + 1);
  else return -1.401298464324817e-45;
  return view.getFloat32(0);
}

function binFeatures(matrix: DesignMatrix): Bins {
  const { rows, values } = matrix;
  const width = matrix.features.length;
  const of = new Uint8Array(rows * width);
  const edges: Float64Array[] = [];
  const column = new Float64Array(rows);
  for (let f = 0; f < width; f += 1) {
    for (let row = 0; row < rows; row += 1) column[row] = values[row * width + f] as number;
    const sorted = column.slice().sort();
    const distinct: number[] = [];
    for (let i = 0; i < rows; i += 1) if (i === 0 || sorted[i] !== sorted[i - 1]) distinct.push(sorted[i] as number);
    const cuts: number[] = [];
    if (distinct.length <= maxBins) {
      for (let i = 0; i + 1 < distinct.length; i += 1)
        cuts.push(floatBelow(((distinct[i] as number) + (distinct[i + 1] as number)) / 2));
    } else {
      let last = Number.NaN;
      for (let bin = 1; bin < maxBins; bin += 1) {
        const cut = sorted[Math.floor((bin * rows) / maxBins)] as number;
        if (cut !== last) cuts.push(cut);
        last = cut;
      }
    }
    const edge = Float64Array.from(cuts);
    edges.push(edge);
    for (let row = 0; row < rows; row += 1) {
      const value = column[row] as number;
      let low = 0;
      let high = edge.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (value <= (edge[middle] as number)) high = middle;
        else low = middle + 1;
      }
      of[f * rows + row] = low;
    }
  }
  return { edges, of };
}

/**
 * What trees see: values less the centre, in double, then rounded to float32, in which ONNX compares. So features far from 0
 * keep the digits that tell their rows apart.
 */
export function centred({ rows, features, values }: DesignMatrix, centre: Float64Array): DesignMatrix {
  const width = features.length;
  return { rows, features, values: values.map((value, at) => Math.fround(value - (centre[at % width] as number))) };
}

/** `classes[r]` in 0..classCount-1. Equal seeds give equal forests. */
export function trainForest(asked: DesignMatrix, classes: Int32Array, classCount: number, options: ForestOptions): ForestModel {
  const centre = featureMoments(asked).mean;
  const matrix = centred(asked, centre);
  const bins = binFeatures(matrix);
  const trees: Tree[] = [];
  for (let each = 0; each < options.trees; each += 1) {
    trees.push(growTree(matrix, bins, classes, classCount, options, seededRandom(streamSeed(options.seed, each))));
    if (options.onTree && !options.onTree(each + 1)) break;
  }
  return { kind: "forest", classCount, features: matrix.features, centre, trees };
}

function growTree(
  matrix: DesignMatrix,
  bins: Bins,
  classes: Int32Array,
  classCount: number,
  options: ForestOptions,
  random: Random,
): Tree {
  const { rows } = matrix;
  const width = matrix.features.length;
  const minLeaf = options.minLeaf ?? 1;
  const maxDepth = options.maxDepth ?? Number.POSITIVE_INFINITY;
  const tries = Math.max(1, Math.floor(Math.sqrt(width)));
  const weight = new Float64Array(rows);
  for (let i = 0; i < rows; i += 1) {
    const row = Math.floor(random() * rows);
    weight[row] = (weight[row] as number) + 1;
  }
  const { classWeights } = options;
  if (classWeights)
    for (let row = 0; row < rows; row += 1)
      weight[row] = (weight[row] as number) * (classWeights[classes[row] as number] as number);
  const index = new Uint32Array(rows);
  let used = 0;
  for (let row = 0; row < rows; row += 1) if (weight[row]) index[used++] = row;
  const spare = new Uint32Array(rows);
  const order = Int32Array.from({ length: width }, (_, f) => f);
  const histogram = new Float64Array((maxBins + 1) * classCount);
  const total = new Float64Array(classCount);
  const leftCount = new Float64Array(classCount);

  const feature: number[] = [];
  const threshold: number[] = [];
  const left: number[] = [];
  const right: number[] = [];
  const cover: number[] = [];
  const share: number[] = [];
  const newNode = (): number => {
    feature.push(-1);
    threshold.push(0);
    left.push(0);
    right.push(0);
    cover.push(0);
    for (let c = 0; c < classCount; c += 1) share.push(0);
    return feature.length - 1;
  };
  const stack: { start: number; end: number; node: number; depth: number }[] = [
    { start: 0, end: used, node: newNode(), depth: 0 },
  ];
  for (let job = stack.pop(); job; job = stack.pop()) {
    const { start, end, node, depth } = job;
    total.fill(0);
    let count = 0;
    for (let p = start; p < end; p += 1) {
      const row = index[p] as number;
      const w = weight[row] as number;
      total[classes[row] as number] = (total[classes[row] as number] as number) + w;
      count += w;
    }
    let squares = 0;
    let pure = false;
    for (let c = 0; c < classCount; c += 1) {
      const value = total[c] as number;
      squares += value * value;
      if (value === count) pure = true;
      share[node * classCount + c] = value / count;
    }
    cover[node] = count;
    if (pure || end - start < 2 || depth >= maxDepth || count < 2 * minLeaf) continue;

    let bestGain = squares / count + 1e-9;
    let bestFeature = -1;
    let bestBin = 0;
    let tried = 0;
    // Features are drawn without replacement until `tries` of them could be split on.
    for (let drawn = 0; drawn < width && tried < tries; drawn += 1) {
      const pick = drawn + Math.floor(random() * (width - drawn));
      const f = order[pick] as number;
      order[pick] = order[drawn] as number;
      order[drawn] = f;
      const cuts = (bins.edges[f] as Float64Array).length;
      if (cuts === 0) continue;
      const column = f * rows;
      let lowest = 255;
      let highest = 0;
      for (let p = start; p < end; p += 1) {
        const bin = bins.of[column + (index[p] as number)] as number;
        if (bin < lowest) lowest = bin;
        if (bin > highest) highest = bin;
      }
      if (lowest === highest) continue;
      histogram.fill(0, lowest * classCount, (highest + 1) * classCount);
      for (let p = start; p < end; p += 1) {
        const row = index[p] as number;
        const at = (bins.of[column + row] as number) * classCount + (classes[row] as number);
        histogram[at] = (histogram[at] as number) + (weight[row] as number);
      }
      tried += 1;
      leftCount.fill(0);
      let leftTotal = 0;
      let leftSquares = 0;
      let rightSquares = squares;
      for (let bin = lowest; bin < highest; bin += 1) {
        for (let c = 0; c < classCount; c += 1) {
          const here = histogram[bin * classCount + c] as number;
          if (here === 0) continue;
          const before = leftCount[c] as number;
          const behind = (total[c] as number) - before;
          leftSquares += here * (2 * before + here);
          rightSquares += here * (here - 2 * behind);
          leftCount[c] = before + here;
          leftTotal += here;
        }
        if (leftTotal < minLeaf) continue;
        if (count - leftTotal < minLeaf) break;
        const gain = leftSquares / leftTotal + rightSquares / (count - leftTotal);
        if (gain > bestGain) {
          bestGain = gain;
          bestFeature = f;
          bestBin = bin;
        }
      }
    }
    if (bestFeature < 0) continue;
    const column = bestFeature * rows;
    let middle = start;
    let moved = 0;
    for (let p = start; p < end; p += 1) {
      const row = index[p] as number;
      if ((bins.of[column + row] as number) <= bestBin) index[middle++] = row;
      else spare[moved++] = row;
    }
    index.set(spare.subarray(0, moved), middle);
    feature[node] = bestFeature;
    threshold[node] = (bins.edges[bestFeature] as Float64Array)[bestBin] as number;
    const l = newNode();
    const r = newNode();
    left[node] = l;
    right[node] = r;
    stack.push({ start, end: middle, node: l, depth: depth + 1 }, { start: middle, end, node: r, depth: depth + 1 });
  }
  return {
    feature: Int32Array.from(feature),
    threshold: Float64Array.from(threshold),
    left: Int32Array.from(left),
    right: Int32Array.from(right),
    cover: Float64Array.from(cover),
    share: Float64Array.from(share),
  };
}
