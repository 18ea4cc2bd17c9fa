// Groups of cells beside R's wilcox.test (wilcoxon.R wrote wilcoxon.json), and what is refused of them.

import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import type { Assay } from "../artifacts/artifact.ts";
import { assayOf } from "../artifacts/assay.ts";
import { tableOf, textColumn } from "../artifacts/table.ts";
import type { FittedFeatures } from "../contract/differential-method.ts";
import { failureSentence, sentenceIn } from "../messages/catalogue.ts";
import type { Sentence } from "../messages/sentence.ts";
import { work } from "./wilcoxon/work.ts";

type Numbers = readonly (number | null)[];
interface Pair {
  readonly of: string;
  readonly against: string;
  readonly w: Numbers;
  readonly p: Numbers;
  readonly adjusted: Numbers;
  readonly auc: Numbers;
  readonly change: Numbers;
  readonly error: Numbers;
  readonly shareOf: Numbers;
  readonly shareAgainst: Numbers;
}
const answer: { genes: number; group: string[]; values: number[]; pairs: Pair[] } = JSON.parse(
  readFileSync(path.join(import.meta.dirname, "wilcoxon.json"), "utf8"),
);

const options = { type: "wilcoxon" } as const;
const cells = (values = answer.values, scale: Assay["scale"] = "ln"): Assay =>
  assayOf({
    values: { layout: "dense", data: Float32Array.from(values) },
    features: tableOf(
      textColumn(
        "gene",
        Array.from({ length: answer.genes }, (_, at) => `g${at}`),
      ),
    ),
    samples: tableOf(
      textColumn(
        "cell",
        answer.group.map((_, at) => `c${at}`),
      ),
    ),
    scale,
    featureNoun: "gene",
  });
const is = (level: string) => Float64Array.from(answer.group, (each) => Number(each === level));
const groups = [new Float64Array(answer.group.length).fill(1), is("B"), is("C")];
const weights: { readonly [pair: string]: readonly number[] } = { "B A": [0, 1, 0], "C A": [0, 0, 1], "C B": [0, -1, 1] };

async function fitted(assay = cells(), columns = groups): Promise<{ fit: FittedFeatures; said: Sentence[] }> {
  const said: Sentence[] = [];
  const task = { options, assay, columns, blocks: null, pause: async () => undefined, say: (each: Sentence) => said.push(each) };
  const done = await work.fit(task);
  if (!done.ok) throw new Error(failureSentence(done.error, "en"));
  return { fit: done.value, said };
}
function expectNear(ours: ArrayLike<number> | undefined, theirs: Numbers, share: number): void {
  const off = theirs.flatMap((value, at) => {
    const own = ours?.[at] ?? Number.NaN;
    if (value === null) return Number.isNaN(own) ? [] : [`${at}: ${own}`];
    return Math.abs(own - value) <= share * Math.max(1e-2, Math.abs(value)) ? [] : [`${at}: ${own} is not ${value}`];
  });
  expect.soft(off).toEqual([]);
}

test.each(answer.pairs)("$of against $against: statistic, p, AUC, change, shares are R's", async (pair) => {
  const { fit } = await fitted();
  const asked = {
    options,
    fitted: fit,
    features: answer.genes,
    least: 0,
    weights: Float64Array.from(weights[`${pair.of} ${pair.against}`] ?? []),
    compared: null,
    isTwoGroups: false,
    alpha: 0.05,
    pause: async () => undefined,
  };
  expect(work.refused?.(asked)).toBeNull();
  const found = await work.contrast(asked);
  expectNear(found.statistic, pair.w, 1e-12);
  expectNear(found.p, pair.p, 1e-9);
  expectNear(found.adjusted, pair.adjusted, 1e-9);
  expectNear(found.more?.["auc"], pair.auc, 1e-11);
  // Values are single precision here.
  expectNear(found.change, pair.change, 1e-5);
  expectNear(found.error, pair.error, 1e-5);
  expectNear(found.more?.["shareOf"], pair.shareOf, 1e-12);
  expectNear(found.more?.["shareAgainst"], pair.shareAgainst, 1e-12);
  expect(found.why.get(0)).toBe("differential-wilcoxon.why-flat");
});

test("whoever takes cells as samples is told of donors", async () => {
  const { said } = await fitted();
  expect(said.map((each) => sentenceIn(each, "en")).join(" ")).toContain("bring the cells of each donor together (pseudobulk)");
});

test("means of groups, differences of differences and least changes are no pair, and are refused", async () => {
  const { fit } = await fitted();
  const asks = (each: readonly number[], least = 0) => work.refused?.({ fitted: fit, weights: Float64Array.from(each), least });
  expect(asks([0, 0.5, 0.5])?.reason).toBe("differential-wilcoxon.pair-alone");
  expect(asks([0, 1, 0], 1)).toMatchObject({ reason: "differential-wilcoxon.no-least", fix: { path: ["least"], value: 0 } });
});

test.each([
  [
    cells(
      answer.values.map((value) => Math.round(value * 100)),
      "counts",
    ),
    groups,
    "raw counts",
  ],
  [cells(answer.values, "z-score"), groups, "no fold change"],
  [cells(), [...groups, Float64Array.from(answer.group, (_, at) => at)], "no model"],
  [cells(), [new Float64Array(90).fill(1), Float64Array.from(answer.group, (_, at) => Number(at < 2))], "fewer than 3"],
] as const)("%# is refused", async (assay, columns, says) => {
  await expect(fitted(assay, [...columns])).rejects.toThrow(says);
});
