// Against limma 3.54.1 on GSE96870, gene by gene, where the answers lie beside the checkout (oracle/gse96870.R says how they were made).

import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { hasReference, referenceFile } from "../../testing/reference-data.ts";
import { influenza } from "../../testing/reference-expression.ts";
import { adjustedP } from "../adjusted-p.ts";
import { cutoffsOf, isExpressed, smallestOfDesign } from "../filter-by-expr.ts";
import { trimmedMeans } from "../size-factors.ts";
import { blockCorrelation } from "./block-correlation.ts";
import { contrastOfRows, type ModeratedFit } from "./contrast-of-rows.ts";
import { fitRows, type RowsToFit } from "./fit-rows.ts";
import { type Moderation, moderate } from "./moderate.ts";
import { weighCounts } from "./voom.ts";

const folder = "GSE96870_mouse_influenza/expected";
const usual = { minCount: 10, minTotalCount: 15, largeN: 10, minProp: 0.7 };

function keptCounts() {
  const { features, samples, values, sex = [], group } = influenza();
  const width = samples.length;
  const marks = (list: readonly string[], value: string) => Float64Array.from(list, (each) => Number(each === value));
  const columns = [new Float64Array(width).fill(1), marks(sex, "Male"), marks(group, "Day4"), marks(group, "Day8")];
  const sizesOf = (counts: ArrayLike<number>) => {
    const sizes = new Float64Array(width);
    for (let at = 0; at < counts.length; at++) sizes[at % width] = (sizes[at % width] as number) + (counts[at] as number);
    return sizes;
  };
  const cutoffs = cutoffsOf(sizesOf(values), smallestOfDesign(columns, width), usual);
  const kept = [...features.keys()].filter((feature) => {
    const row = values.subarray(feature * width, (feature + 1) * width);
    const reached = row.reduce((n, count, at) => n + Number(count * (cutoffs.perMillion[at] as number) >= cutoffs.cpm), 0);
    return isExpressed(
      reached,
      row.reduce((sum, count) => sum + count, 0),
      cutoffs,
      usual,
    );
  });
  const counts = Float64Array.from(kept.flatMap((at) => [...values.subarray(at * width, (at + 1) * width)]));
  const own = sizesOf(counts);
  const factors = trimmedMeans(
    Array.from({ length: width }, (_, sample) => counts.filter((__, at) => at % width === sample)),
    own,
  );
  const sizes = own.map((size, at) => size * (factors[at] as number));
  return { names: kept.map((at) => features[at] ?? ""), features: kept.length, samples: width, columns, counts, sizes };
}

async function fitted(rows: RowsToFit, by: Moderation): Promise<ModeratedFit> {
  const fit = await fitRows(rows);
  const moderated = fit && moderate(fit, by);
  if (!moderated) throw new Error("nothing is left over");
  return { ...fit, ...moderated };
}
/** edgeR's cpm(log = TRUE, prior.count = 3). */
function logCountsPerMillion(counts: Float64Array, sizes: Float64Array): Float64Array {
  const mean = sizes.reduce((sum, size) => sum + size, 0) / sizes.length;
  return counts.map((count, at) => {
    const size = sizes[at % sizes.length] as number;
    const added = (3 * size) / mean;
    return Math.log2(((count + added) / (size + 2 * added)) * 1e6);
  });
}
const day8 = Float64Array.of(0, 0, 0, 1);
const found = (fit: ModeratedFit): number =>
  adjustedP(contrastOfRows(fit, day8).p, "bh").reduce((n, p) => n + Number(p < 0.05), 0);

/** topTable's columns by gene. */
function answersOf(name: string): Map<string, readonly number[]> {
  const [, ...rows] = gunzipSync(readFileSync(referenceFile(`${folder}/${name}`)))
    .toString()
    .trim()
    .split("\n");
  return new Map(rows.map((row) => [row.split(",")[0]?.replaceAll('"', "") ?? "", row.split(",").slice(1).map(Number)]));
}

describe.skipIf(!hasReference(`${folder}/limma_voom_day8.csv.gz`))("counts of GSE96870", () => {
  test("voom: what is found is limma's, gene by gene", async () => {
    const data = keptCounts();
    expect(data.features).toBe(18336);
    const weighed = await weighCounts({ ...data, blocks: null });
    if (!weighed) throw new Error("no weights");
    const rows = { ...data, ...weighed, blocks: null };
    const fit = await fitted(rows, { trend: false, robust: false });
    expect(fit.dfPrior[0]).toBeCloseTo(5.70653638747639, 8);
    expect(fit.scale[0]).toBeCloseTo(0.880395887700967, 9);
    expect(found(fit)).toBe(7159);
    const answers = answersOf("limma_voom_day8.csv.gz");
    const day = contrastOfRows(fit, day8);
    const adjusted = adjustedP(day.p, "bh");
    const mean = (await fitRows(rows))?.mean ?? new Float64Array(0);
    const off = [day.change, mean, day.t, day.p, adjusted, day.odds].map((ours, column) =>
      data.names.reduce((most, name, at) => {
        const value = answers.get(name)?.[column] ?? Number.NaN;
        return Math.max(
          most,
          Math.abs((ours[at] as number) - value) / Math.max(Math.abs(value), 1e-300 + (column === 3 || column === 4 ? 0 : 1)),
        );
      }, 0),
    );
    for (const each of off) expect.soft(each).toBeLessThan(1e-7);
    expect(found(await fitted(rows, { trend: false, robust: true }))).toBe(7135);
  });

  test("trend of log counts per million", async () => {
    const data = keptCounts();
    const values = logCountsPerMillion(data.counts, data.sizes);
    const fit = await fitted({ ...data, values, weights: null, blocks: null }, { trend: true, robust: false });
    expect(found(fit)).toBe(7199);
  });

  // duplicateCorrelation(v, design, block = rep(1:11, 2)), voom again with it, once more, lmFit and eBayes.
  test("blocks: how alike they are and what is found are limma's", async () => {
    const data = keptCounts();
    const blocks = Int32Array.from({ length: data.samples }, (_, at) => at % 11);
    const plain = await weighCounts({ ...data, blocks: null });
    const first = plain && (await blockCorrelation({ ...data, ...plain, blocks }));
    expect(first?.consensus).toBeCloseTo(-0.0712906509539387, 8);
    const correlation = first?.consensus ?? 0;
    const again = await weighCounts({ ...data, blocks: { blocks, correlation } });
    const second = again && (await blockCorrelation({ ...data, ...again, blocks }));
    if (!again || !second) throw new Error("no correlation");
    expect(second.consensus).toBeCloseTo(-0.0712901127707936, 8);
    const rows = { ...data, ...again, blocks: { blocks, correlation: second.consensus } };
    expect(found(await fitted(rows, { trend: false, robust: false }))).toBe(7482);
  }, 120_000);
});
