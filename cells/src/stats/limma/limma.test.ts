// Against limma 3.54.1 on small sets that walk each path: limma.R wrote limma.json.

import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { blockCorrelation } from "./block-correlation.ts";
import { contrastOfRows, type ModeratedFit } from "./contrast-of-rows.ts";
import { fOfContrasts } from "./f-of-contrasts.ts";
import { type FittedRows, fitRows, type RowsToFit } from "./fit-rows.ts";
import { moderate } from "./moderate.ts";
import { weighCounts } from "./voom.ts";

type Numbers = readonly (number | null)[];
interface Answer {
  readonly name: string;
  readonly features: number;
  readonly samples: number;
  readonly columns: readonly (readonly number[])[];
  readonly contrasts: readonly (readonly number[])[];
  readonly values?: Numbers;
  readonly weights?: Numbers;
  readonly counts?: readonly number[];
  readonly voomWeights?: Numbers;
  readonly blocks?: readonly number[];
  readonly first?: number;
  readonly correlation?: number;
  readonly atanh?: Numbers;
  readonly fit: { readonly [name in "beta" | "stdev" | "sigma" | "df" | "mean"]: Numbers };
  readonly answers: readonly {
    readonly trend: boolean;
    readonly robust: boolean;
    readonly dfPrior: Numbers;
    readonly scale: Numbers;
    readonly variance: Numbers;
    readonly dfTotal: Numbers;
    readonly contrasts: readonly { readonly [name in "change" | "t" | "p" | "odds" | "least" | "leastP"]: Numbers }[];
    readonly f: Numbers;
    readonly fp: Numbers;
  }[];
}
const answers: readonly Answer[] = JSON.parse(readFileSync(path.join(import.meta.dirname, "limma.json"), "utf8"));

/** Values that differ by more than this share; null is NaN, ±1e300 infinite. */
function apart(ours: ArrayLike<number>, theirs: Numbers, share: number, least = 1e-12): string[] {
  return theirs.flatMap((value, at) => {
    const own = ours[at] as number;
    if (value === null) return Number.isNaN(own) ? [] : [`${at}: ${own} is not NaN`];
    if (Math.abs(value) === 1e300)
      return own === (value > 0 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY) ? [] : [`${at}: ${own} is not infinite`];
    return Math.abs(own - value) <= share * Math.max(Math.abs(value), least) ? [] : [`${at}: ${own} is not ${value}`];
  });
}
const numbers = (of: Numbers): Float64Array => Float64Array.from(of, (value) => value ?? Number.NaN);

async function dataOf(answer: Answer): Promise<{ readonly rows: RowsToFit; readonly first: number }> {
  const { features, samples } = answer;
  const columns = answer.columns.map((column) => Float64Array.from(column));
  const blocks = answer.blocks ? Int32Array.from(answer.blocks) : null;
  const base = { features, samples, columns };
  if (!answer.counts) {
    const weights = answer.weights ? numbers(answer.weights) : null;
    const rows = { ...base, values: numbers(answer.values ?? []), weights };
    const found = blocks && (await blockCorrelation({ ...rows, blocks }));
    return { rows: { ...rows, blocks: blocks && found && { blocks, correlation: found.consensus } }, first: 0 };
  }
  const { counts } = answer;
  const sizes = Float64Array.from({ length: samples }, (_, at) =>
    counts.reduce((sum, count, place) => sum + (place % samples === at ? count : 0), 0),
  );
  const weigh = async (correlation: number | null) => {
    const weighed = await weighCounts({
      ...base,
      counts,
      sizes,
      blocks: blocks && correlation !== null ? { blocks, correlation } : null,
    });
    if (!weighed) throw new Error("correlations");
    return { ...base, values: weighed.values, weights: weighed.weights };
  };
  const plain = await weigh(null);
  if (!blocks) return { rows: { ...plain, blocks }, first: 0 };
  const first = (await blockCorrelation({ ...plain, blocks }))?.consensus ?? 0;
  const rows = await weigh(first);
  const found = await blockCorrelation({ ...rows, blocks });
  return { rows: { ...rows, blocks: { blocks, correlation: found?.consensus ?? 0 } }, first };
}

describe.each(answers)("$name", (answer) => {
  test("is fitted as lmFit does", async () => {
    const { rows, first } = await dataOf(answer);
    if (answer.correlation !== undefined) expect.soft(rows.blocks?.correlation).toBeCloseTo(answer.correlation, 5);
    if (answer.first !== undefined) expect.soft(first).toBeCloseTo(answer.first, 5);
    if (answer.voomWeights) expect.soft(apart(rows.weights ?? [], answer.voomWeights, 1e-5)).toEqual([]);
    const fit = await fitRows(rows);
    const share = answer.blocks ? 1e-4 : 1e-7;
    expect.soft(apart(fit?.beta ?? [], answer.fit.beta, share, 1)).toEqual([]);
    expect.soft(apart(fit?.stdev ?? [], answer.fit.stdev, share)).toEqual([]);
    expect.soft(apart(fit?.sigma ?? [], answer.fit.sigma, share, 1e-4)).toEqual([]);
    expect.soft(apart(fit?.df ?? [], answer.fit.df, 0)).toEqual([]);
    expect.soft(apart(fit?.mean ?? [], answer.fit.mean, 1e-8)).toEqual([]);
  });

  if (answer.atanh)
    test("has the correlations of its blocks", async () => {
      const { rows } = await dataOf(answer);
      if (!rows.blocks) throw new Error("no blocks");
      const found = await blockCorrelation({ ...rows, blocks: rows.blocks.blocks });
      expect(apart(found?.atanh ?? [], answer.atanh ?? [], 1e-3, 1)).toEqual([]);
    });

  test.each(answer.answers)("is moderated as eBayes and treat do: trend $trend, robust $robust", async (expected) => {
    const { rows } = await dataOf(answer);
    const fit = (await fitRows(rows)) as FittedRows;
    const moderated = moderate(fit, expected);
    if (!moderated) throw new Error("no residual");
    const share = answer.blocks ? 1e-3 : 1e-6;
    const ofEach = (of: Numbers): Numbers => (of.length === 1 ? new Array(answer.features).fill(of[0]) : of);
    expect.soft(apart(moderated.dfPrior, ofEach(expected.dfPrior), share)).toEqual([]);
    expect.soft(apart(moderated.scale, ofEach(expected.scale), share)).toEqual([]);
    expect.soft(apart(moderated.variance, expected.variance, share)).toEqual([]);
    expect.soft(apart(moderated.dfTotal, expected.dfTotal, share)).toEqual([]);
    const model: ModeratedFit = { ...fit, ...moderated };
    const contrasts = answer.contrasts.map((weights) => Float64Array.from(weights));
    expected.contrasts.forEach((of, at) => {
      const found = contrastOfRows(model, contrasts[at] as Float64Array);
      expect.soft(apart(found.change, of.change, share, 1)).toEqual([]);
      expect.soft(apart(found.t, of.t, share, 1e-3)).toEqual([]);
      expect.soft(apart(found.p, of.p, share * 10)).toEqual([]);
      expect.soft(apart(found.odds, of.odds, share, 1)).toEqual([]);
      if (of.least.length < answer.features) return;
      const least = contrastOfRows(model, contrasts[at] as Float64Array, 0.5);
      expect.soft(apart(least.t, of.least, share, 1e-3)).toEqual([]);
      expect.soft(apart(least.p, of.leastP, share * 10)).toEqual([]);
    });
    const several = fOfContrasts(model, contrasts);
    expect.soft(apart(several.f, expected.f, share, 1e-3)).toEqual([]);
    expect.soft(apart(several.p, expected.fp, share * 10)).toEqual([]);
  });
});
