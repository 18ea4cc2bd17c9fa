// Against DESeq2 1.38.3 on small sets that walk each path of the method: deseq2.R wrote deseq2.json.

import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { contrastOfCounts } from "./contrast-of-counts.ts";
import { type CountFit, fitCounts } from "./fit-counts.ts";
import { filterByMean } from "./independent-filter.ts";
import { likelihoodRatio } from "./likelihood-ratio.ts";

type Numbers = readonly (number | null)[];
interface Answer {
  readonly name: string;
  readonly fit: "parametric" | "mean";
  readonly samples: number;
  readonly counts: readonly number[];
  readonly columns: readonly (readonly number[])[];
  readonly factors: readonly number[];
  readonly trend: readonly number[];
  readonly prior: readonly number[];
  readonly mean: Numbers;
  readonly own: Numbers;
  readonly map: Numbers;
  readonly dispersion: Numbers;
  readonly outlier: Numbers;
  readonly cooks: Numbers;
  readonly replaced: Numbers;
  readonly contrasts: readonly {
    readonly asked: string | readonly number[];
    readonly change: Numbers;
    readonly error: Numbers;
    readonly p: Numbers;
    readonly padj: Numbers;
    /** Of a change of at least 0.5. */
    readonly least: Numbers;
    readonly leastP: Numbers;
    readonly threshold: number;
  }[];
  readonly ratio?: { readonly columns: readonly (readonly number[])[]; readonly statistic: Numbers; readonly p: Numbers };
}
const answers: readonly Answer[] = JSON.parse(readFileSync(path.join(import.meta.dirname, "deseq2.json"), "utf8"));

/** Values that differ by more than this share; null is NaN. */
function apart(ours: ArrayLike<number>, theirs: Numbers, share: number): string[] {
  return theirs.flatMap((value, at) => {
    const own = ours[at] as number;
    const isEqual = value === null ? Number.isNaN(own) : Math.abs(own - value) <= share * Math.max(Math.abs(value), 1e-12);
    return isEqual ? [] : [`${at}: ${own} is not ${value}`];
  });
}

describe.each(answers)("$name", (answer) => {
  const genes = answer.mean.length;
  const data = {
    genes,
    samples: answer.samples,
    counts: answer.counts,
    factors: Float64Array.from(answer.factors),
    columns: answer.columns.map((column) => Float64Array.from(column)),
  };
  async function fitted(): Promise<CountFit> {
    const answered = await fitCounts(data, { trend: answer.fit, replaceFrom: 7, pause: () => undefined });
    if (!answered.ok) throw new Error(answered.problem);
    return answered.fit;
  }

  test("has DESeq2's dispersions", async () => {
    const fit = await fitted();
    expect.soft(apart(fit.means, answer.mean, 1e-8)).toEqual([]);
    expect.soft(apart(fit.own, answer.own, 1e-5)).toEqual([]);
    const { trend: found } = fit;
    const trend = found.by === "parametric" ? [found.asymptotic, found.extra] : found.by === "mean" ? [found.value] : [];
    expect.soft(apart(trend, answer.trend, 1e-6)).toEqual([]);
    expect.soft(apart([fit.spread.prior], answer.prior, 1e-6)).toEqual([]);
    expect.soft(apart(fit.drawn, answer.map, 1e-5)).toEqual([]);
    expect.soft(apart(fit.dispersions, answer.dispersion, 1e-5)).toEqual([]);
    expect.soft(apart(fit.cooks, answer.cooks, 1e-4)).toEqual([]);
    expect.soft(fit.replaced.size).toBe(answer.replaced.filter((each) => each === 1).length);
  });

  test("has its changes, errors and p values", async () => {
    const fit = await fitted();
    for (const { asked, change, error, p, padj, least, leastP, threshold } of answer.contrasts) {
      const contrast = contrastIn(asked);
      const isEmpty = emptyIn(answer, asked, contrast);
      const isTwoGroups = answer.columns.length === 2;
      const found = contrastOfCounts(fit, { contrast, isEmpty, isTwoGroups });
      expect.soft(apart(found.change, change, 1e-5)).toEqual([]);
      expect.soft(apart(found.error, error, 1e-5)).toEqual([]);
      expect.soft(apart(found.p, p, 1e-4)).toEqual([]);
      const far = contrastOfCounts(fit, { contrast, isEmpty, isTwoGroups, least: 0.5 });
      expect.soft(apart(far.statistic, least, 1e-4)).toEqual([]);
      expect.soft(apart(far.p, leastP, 1e-4)).toEqual([]);
      const filtered = filterByMean(found.p, fit.means, 0.1);
      expect.soft(apart([filtered.threshold], [threshold], 1e-8)).toEqual([]);
      expect.soft(apart(filtered.adjusted, padj, 1e-4)).toEqual([]);
    }
  });

  // Of those that DESeq2 was asked a smaller design of.
  if (!answer.ratio) return;
  test("has its likelihood ratios", async () => {
    const fit = await fitted();
    const columns = (answer.ratio?.columns ?? []).map((column) => Float64Array.from(column));
    const found = await likelihoodRatio(fit, { data, columns, isTwoGroups: answer.columns.length === 2, pause: () => undefined });
    expect.soft(apart(found.statistic, answer.ratio?.statistic ?? [], 1e-5)).toEqual([]);
    expect.soft(apart(found.p, answer.ratio?.p ?? [], 1e-4)).toEqual([]);
  });
});

/** "x B A" of three groups: B against A. */
function contrastIn(asked: string | readonly number[]): Float64Array {
  if (typeof asked !== "string") return Float64Array.from(asked);
  return asked === "x B A" ? Float64Array.of(0, 1, 0) : Float64Array.of(0, -1, 1);
}

/** No sample that is compared has a read: of a named pair those of both groups; a single coefficient is asked as it is. */
function emptyIn(
  { columns, counts, samples }: Answer,
  asked: string | readonly number[],
  contrast: Float64Array,
): (gene: number) => boolean {
  const isOneSided = contrast.every((each) => each >= 0) || contrast.every((each) => each <= 0);
  if (isOneSided && typeof asked !== "string") return () => false;
  const used = Array.from({ length: samples }, (_, sample) => {
    if (asked === "x B A") return columns[2]?.[sample] === 0;
    return columns.some((column, at) => contrast[at] !== 0 && column[sample] !== 0);
  });
  return (gene) => used.every((is, sample) => !is || counts[gene * samples + sample] === 0);
}
