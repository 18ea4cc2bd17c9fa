// Changes with a prior: DESeq2's lfcShrink(type = "normal") on the sets of deseq2.json, apeglm's posterior on the same by R's optim
// (shrinkage.R wrote shrinkage.json), and apeglm's own answers on deseq2_mini, where they lie beside the checkout.

import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { hasReference, referenceFile } from "../../testing/reference-data.ts";
import { cauchyShrinkage, priorScale } from "./cauchy-shrinkage.ts";
import { asCoefficient } from "./contrast-as-coefficient.ts";
import { contrastOfCounts } from "./contrast-of-counts.ts";
import { type CountData, type CountFit, fitCounts } from "./fit-counts.ts";
import { normalShrinkage, priorVariances } from "./normal-shrinkage.ts";

type Numbers = readonly (number | null)[];
interface Set {
  readonly name: string;
  readonly fit: "parametric" | "mean";
  readonly samples: number;
  readonly counts: readonly number[];
  readonly columns: readonly (readonly number[])[];
  readonly factors: readonly number[];
}
interface Answer {
  readonly name: string;
  readonly coef: number;
  readonly scale: number;
  readonly change: Numbers;
  readonly error: Numbers;
  readonly prior: Numbers;
  readonly ape: Numbers;
  readonly apeError: Numbers;
}
const read = <T>(name: string): readonly T[] => JSON.parse(readFileSync(path.join(import.meta.dirname, name), "utf8"));
const sets = read<Set>("deseq2.json");
const answers = read<Answer>("shrinkage.json");

async function fitted(data: CountData, trend: "parametric" | "mean"): Promise<CountFit> {
  const answered = await fitCounts(data, { trend, replaceFrom: 7, pause: () => undefined });
  if (!answered.ok) throw new Error(answered.problem);
  return answered.fit;
}
const toShrink = (data: CountData, fit: CountFit, at: number) => ({
  data,
  columns: data.columns,
  at,
  dispersions: fit.dispersions,
  means: fit.means,
  beta: (gene: number) => fit.beta.slice(gene * fit.width, (gene + 1) * fit.width),
  pause: () => undefined,
});
/** The largest share by which values differ, of those that are not tiny. */
function apart(ours: Float64Array, theirs: Numbers, tiny: number): number {
  return theirs.reduce<number>((most, value, at) => {
    const own = ours[at] as number;
    if (value === null) return Number.isNaN(own) ? most : Number.POSITIVE_INFINITY;
    return Math.max(most, Math.abs(own - value) / Math.max(Math.abs(value), tiny));
  }, 0);
}
const log2 = (values: Float64Array): Float64Array => values.map((value) => value / Math.LN2);

describe.each(answers)("$name", (answer) => {
  const set = sets.find(({ name }) => name === answer.name) as Set;
  const data: CountData = {
    genes: set.counts.length / set.samples,
    samples: set.samples,
    counts: set.counts,
    factors: Float64Array.from(set.factors),
    columns: set.columns.map((column) => Float64Array.from(column)),
  };
  const at = answer.coef - 1;

  test("a normal prior as wide as DESeq2's, and its changes", async () => {
    const fit = await fitted(data, set.fit);
    const asked = toShrink(data, fit, at);
    const variances = priorVariances(asked, fit.trended);
    expect(apart(variances, answer.prior, 1e-12)).toBeLessThan(1e-5);
    const { change, error } = await normalShrinkage(asked, Float64Array.from(answer.prior, Number));
    expect(apart(log2(change), answer.change, 1e-3)).toBeLessThan(1e-4);
    expect(apart(log2(error), answer.error, 1e-3)).toBeLessThan(1e-4);
  });

  test("a Cauchy prior: its scale, the mode of the posterior and its deviation", async () => {
    const fit = await fitted(data, set.fit);
    const contrast = Float64Array.from(data.columns, (_, place) => Number(place === at));
    const own = contrastOfCounts(fit, { contrast, isEmpty: () => false, isTwoGroups: false });
    const scale = priorScale(
      own.change.map((value) => value * Math.LN2),
      own.error.map((value) => value * Math.LN2),
    );
    expect(scale).toBeCloseTo(answer.scale, 6);
    const { change, error } = await cauchyShrinkage(toShrink(data, fit, at), answer.scale);
    expect(apart(change, [...answer.ape], 1e-2)).toBeLessThan(1e-4);
    expect(apart(error, [...answer.apeError], 1e-2)).toBeLessThan(1e-3);
  });
});

const off = (ours: Float64Array, theirs: readonly number[]): number =>
  theirs.reduce((most, value, at) => Math.max(most, Math.abs(value - (ours[at] as number))), 0);
const folder = "deseq2_mini";
/** Rows by their name; the head first. */
function csv(name: string): { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] } {
  const [head = [], ...rows] = readFileSync(referenceFile(`${folder}/${name}`), "utf8")
    .trim()
    .split("\n")
    .map((line) => line.split(",").map((cell) => cell.replaceAll('"', "")));
  return { head, rows };
}
const numbersOf = (name: string, column: string): number[] => {
  const { head, rows } = csv(name);
  return rows.map((row) => Number(row[head.indexOf(column)]));
};

function miniature(where: "single_factor" | "multi_factor" | "continuous"): { readonly data: CountData; readonly at: number } {
  const own = where === "continuous" ? "tests/data/continuous" : "datasets/synthetic";
  const counts = csv(`${own}/test_counts.csv`).rows.map((row) => row.slice(1).map(Number));
  const { head, rows } = csv(`${own}/test_metadata.csv`);
  const column = (name: string, to: (value: string) => number) =>
    Float64Array.from(rows, (row) => to(row[head.indexOf(name)] ?? ""));
  const group = column("group", (value) => Number(value === "Y"));
  const condition = column("condition", (value) => Number(value === "B"));
  const one = new Float64Array(rows.length).fill(1);
  const columns = {
    single_factor: [one, condition],
    multi_factor: [one, group, condition],
    continuous: [one, group, condition, where === "continuous" ? column("measurement", Number) : one],
  }[where];
  const factors = csv(`tests/data/${where}/r_test_size_factors.csv`).rows.map((row) => Number(row[1]));
  return {
    data: { genes: counts.length, samples: rows.length, counts: counts.flat(), factors: Float64Array.from(factors), columns },
    at: columns.length - 1,
  };
}

describe.skipIf(!hasReference(`${folder}/datasets/synthetic/test_counts.csv`))("apeglm's answers on deseq2_mini", () => {
  test.each([
    ["single_factor", "r_test_lfc_shrink_res.csv", true],
    ["single_factor", "r_test_lfc_shrink_no_apeAdapt_res.csv", false],
    ["multi_factor", "r_test_lfc_shrink_res.csv", true],
    ["continuous", "r_test_lfc_shrink_res.csv", true],
  ] as const)("%s, %s", async (where, file, isAdapted) => {
    const { data, at } = miniature(where);
    const fit = await fitted(data, "parametric");
    const contrast = Float64Array.from(data.columns, (_, place) => Number(place === at));
    const own = contrastOfCounts(fit, { contrast, isEmpty: () => false, isTwoGroups: false });
    const natural = (values: Float64Array) => values.map((value) => value * Math.LN2);
    const scale = isAdapted ? priorScale(natural(own.change), natural(own.error)) : 1;
    const { change, error } = await cauchyShrinkage(toShrink(data, fit, at), scale);
    const answers = `tests/data/${where}/${file}`;
    // apeglm's own search stops a few ten-thousandths short: both posteriors have been told by optim and optimHess above.
    expect(off(log2(change), numbersOf(answers, "log2FoldChange"))).toBeLessThan(5e-4);
    expect(off(log2(error), numbersOf(answers, "lfcSE"))).toBeLessThan(5e-4);
  });
});

test("a contrast that is no coefficient is made one: the samples' means stay, and the change is its", () => {
  const columns = [
    [1, 1, 1, 1, 1, 1],
    [0, 0, 1, 1, 0, 0],
    [0, 0, 0, 0, 1, 1],
  ].map((column) => Float64Array.from(column));
  const made = asCoefficient(columns, Float64Array.of(0, -1, 1));
  expect(made).toMatchObject({ at: 1, isOwn: false });
  // Of coefficients 5, 1, 4 the contrast is 3.
  const of = made.columns.map((column, place) => column.map((value) => value * ([5, 3, 4][place] ?? 0)));
  expect([0, 1, 2, 3, 4, 5].map((row) => of.reduce((sum, column) => sum + (column[row] ?? 0), 0))).toEqual([5, 5, 6, 6, 9, 9]);
  expect(asCoefficient(columns, Float64Array.of(0, 0, 1))).toMatchObject({ at: 2, isOwn: true });
});
