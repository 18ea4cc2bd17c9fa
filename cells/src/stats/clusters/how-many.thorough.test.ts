// The gap statistic and the stability of clusters as cluster's clusGap and fpc's clusterboot find them (how-many.R).

import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import type { Rows } from "../neighbours/squared-length.ts";
import { seededRandom } from "../seeded-random.ts";
import { gapSays, gapStatistic } from "./gap.ts";
import { kMeans } from "./k-means.ts";
import { stabilityOf } from "./stability.ts";

const rowsOf = (values: readonly (readonly number[])[]): Rows => ({
  values: Float64Array.from(values.flat()),
  rows: values.length,
  width: values[0]?.length ?? 0,
});
const ofR = JSON.parse(readFileSync(path.join(import.meta.dirname, "how-many.json"), "utf8")) as {
  readonly values: readonly (readonly number[])[];
  readonly stable: readonly { readonly k: number; readonly labels: readonly number[]; readonly means: readonly number[] }[];
  readonly gap: readonly number[];
  readonly error: readonly number[];
  readonly says: number;
};
const byKMeans = async (rows: Rows, k: number, starts = 5) => (await kMeans(rows, { k, starts, seed: 2 })).labels;

test("the gaps of iris are those of clusGap, within what the draws of either leave open, and say as many clusters", async () => {
  const gaps = await gapStatistic(rowsOf(ofR.values), {
    ks: [1, 2, 3, 4, 5, 6],
    draws: 60,
    seed: 1,
    cluster: (rows, k) => byKMeans(rows, k),
  });
  gaps.forEach(({ gap }, at) => expect(Math.abs(gap - (ofR.gap[at] as number))).toBeLessThan(0.02));
  // Where no gap is as large as the next, R answers the last.
  expect(gapSays(gaps) ?? 6).toBe(ofR.says);
});

test("of rows without groups the gap says one", async () => {
  const random = seededRandom(4);
  const even = Float64Array.from({ length: 180 }, () => random());
  const asked = { ks: [1, 2, 3, 4, 5], draws: 15, seed: 1, cluster: (rows: Rows, k: number) => byKMeans(rows, k) };
  expect(gapSays(await gapStatistic({ values: even, rows: 90, width: 2 }, asked))).toBe(1);
});

test.each(ofR.stable)("$k clusters of iris come again as often as fpc's clusterboot finds", async ({ k, labels, means }) => {
  const asked = {
    labels: Int32Array.from(labels, (label) => label - 1),
    draws: 200,
    seed: 1,
    cluster: (rows: Rows) => byKMeans(rows, k, 20),
  };
  const found = await stabilityOf(rowsOf(ofR.values), asked);
  // Means of 200 draws, other ones.
  means.forEach((mean, at) => expect(Math.abs((found[at] as number) - mean)).toBeLessThan(0.03));
});
