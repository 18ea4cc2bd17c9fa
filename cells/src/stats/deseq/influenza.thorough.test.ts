// Against DESeq2 1.38.3 on GSE96870, gene by gene, where the answers lie beside the checkout (its NOTE.md says how they were made).

import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { hasReference, referenceFile } from "../../testing/reference-data.ts";
import { influenza } from "../../testing/reference-expression.ts";
import { contrastOfCounts } from "./contrast-of-counts.ts";
import { type CountFit, fitCounts } from "./fit-counts.ts";
import { filterByMean } from "./independent-filter.ts";
import { likelihoodRatio } from "./likelihood-ratio.ts";

const folder = "GSE96870_mouse_influenza/expected";
const steps = (design: string): string => `${folder}/deseq2_${design}_steps.csv.gz`;
const needed = [steps("sex_time"), steps("time"), `${folder}/deseq2_day8_vs_day0.csv.gz`, `${folder}/deseq2_size_factors.csv`];

/** By the name in the first column. */
function rowsOf(name: string): Map<string, ReadonlyMap<string, string>> {
  const bytes = readFileSync(referenceFile(name));
  const text = (name.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString().trim();
  const [head = [], ...rows] = text.split("\n").map((line) => line.split(",").map((cell) => cell.replaceAll('"', "")));
  return new Map(rows.map((row) => [row[0] ?? "", new Map(row.map((cell, at) => [head[at] ?? "", cell]))]));
}

function setOf(design: "sex_time" | "time") {
  const { features, samples, values, sex = [], group } = influenza();
  const answers = rowsOf(steps(design));
  const genes = [...features.keys()].filter((at) => answers.has(features[at] ?? ""));
  const factors = rowsOf(`${folder}/deseq2_size_factors.csv`);
  const marks = (list: readonly string[], value: string) => Float64Array.from(list, (each) => Number(each === value));
  const time = [marks(group, "Day4"), marks(group, "Day8")];
  const one = new Float64Array(samples.length).fill(1);
  const data = {
    genes: genes.length,
    samples: samples.length,
    counts: Float64Array.from(genes.flatMap((at) => [...values.subarray(at * samples.length, (at + 1) * samples.length)])),
    factors: Float64Array.from(samples, (sample) => Number([...(factors.get(sample)?.values() ?? [])][1])),
    columns: design === "time" ? [one, ...time] : [one, marks(sex, "Male"), ...time],
  };
  return { data, names: genes.map((at) => features[at] ?? ""), answers };
}

async function fitted(data: ReturnType<typeof setOf>["data"]): Promise<CountFit> {
  const answer = await fitCounts(data, { trend: "parametric", replaceFrom: 7, pause: () => undefined });
  if (!answer.ok) throw new Error(answer.problem);
  return answer.fit;
}

/** By what share each value is off, ascending. */
function offBy(ours: Float64Array, names: readonly string[], theirs: (name: string) => number | null): Float64Array {
  const found = names.flatMap((name, at) => {
    const value = theirs(name);
    return value === null ? [] : [Math.abs((ours[at] as number) - value) / Math.abs(value)];
  });
  return Float64Array.from(found).sort();
}
const at = (sorted: Float64Array, share: number): number => sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN;
const within = (values: Float64Array, alpha = 0.05): number => values.filter((value) => value < alpha).length;
const only = (place: number, width: number): Float64Array =>
  Float64Array.from({ length: width }, (_, each) => Number(each === place));

describe.skipIf(!hasReference(...needed))("counts of GSE96870", () => {
  test("~ sex + time: dispersions, p values and what is found are DESeq2's", async () => {
    const { data, names, answers } = setOf("sex_time");
    const fit = await fitted(data);
    const number = (name: string, column: string): number => Number(answers.get(name)?.get(column));
    const own = offBy(fit.own, names, (name) => (number(name, "dispGeneEst") > 1e-6 ? number(name, "dispGeneEst") : null));
    expect(own.length).toBe(19_582);
    expect(at(own, 0.5)).toBeLessThan(1e-10);
    expect(at(own, 0.99)).toBeLessThan(1e-6);
    expect(own.filter((off) => off > 1e-3).length).toBe(0);
    // Within the rounding of the likelihood: a tenth of the least dispersion that says anything of the trend.
    const isFloor = (value: number): boolean => value < 1e-7;
    expect(names.filter((name, gene) => isFloor(number(name, "dispGeneEst")) !== isFloor(fit.own[gene] as number))).toEqual([]);
    expect(
      at(
        offBy(fit.drawn, names, (name) => number(name, "dispMAP")),
        0.999,
      ),
    ).toBeLessThan(1e-4);
    expect(
      at(
        offBy(fit.cooks, names, (name) => number(name, "maxCooks")),
        1,
      ),
    ).toBeLessThan(1e-5);
    expect(fit.trend).toMatchObject({
      asymptotic: expect.closeTo(0.00679075639855415, 9),
      extra: expect.closeTo(1.43491231311237, 8),
    });
    expect(fit.spread.prior).toBeCloseTo(0.599301247382181, 8);
    expect(fit.isOutlier.reduce((sum, each) => sum + each, 0)).toBe(420);
    const day8 = contrastOfCounts(fit, { contrast: only(3, 4), isEmpty: () => false, isTwoGroups: false });
    const results = rowsOf(`${folder}/deseq2_day8_vs_day0.csv.gz`);
    const p = offBy(day8.p, names, (name) => {
      const value = results.get(name)?.get("pvalue") ?? "NA";
      return value === "NA" || value === "" ? null : Number(value);
    });
    expect(at(p, 0.5)).toBeLessThan(1e-7);
    expect(at(p, 0.999)).toBeLessThan(1e-4);
    expect(at(p, 1)).toBeLessThan(1e-2);
    expect(within(filterByMean(day8.p, fit.means, 0.1).adjusted)).toBe(7400);
    expect(within(filterByMean(day8.p, fit.means, 0.05).adjusted)).toBe(7450);
    const male = contrastOfCounts(fit, { contrast: only(1, 4), isEmpty: () => false, isTwoGroups: false });
    expect(within(filterByMean(male.p, fit.means, 0.1).adjusted)).toBe(53);
    const { p: ratio } = await likelihoodRatio(fit, {
      data,
      columns: data.columns.slice(0, 2),
      isTwoGroups: false,
      pause: () => undefined,
    });
    expect(within(filterByMean(ratio, fit.means, 0.1).adjusted)).toBe(7026);
  });

  test("~ time: counts of 15 genes are replaced, and what is found is DESeq2's", async () => {
    const { data, names, answers } = setOf("time");
    const fit = await fitted(data);
    expect(fit.replaced.size).toBe(15);
    const day8 = contrastOfCounts(fit, { contrast: only(2, 3), isEmpty: () => false, isTwoGroups: false });
    expect(within(filterByMean(day8.p, fit.means, 0.1).adjusted)).toBe(7366);
    // One gene takes another path by rounding, and the trend with it.
    const own = offBy(fit.own, names, (name) => {
      const value = Number(answers.get(name)?.get("dispGeneEst"));
      return value > 1e-6 ? value : null;
    });
    expect(own.filter((off) => off > 1e-3).length).toBe(1);
    expect(at(own, 0.99)).toBeLessThan(1e-6);
  });
});
