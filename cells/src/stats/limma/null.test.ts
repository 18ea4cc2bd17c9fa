// Where nothing differs p values are uniform, and of what is found where some differ no more is false than was aimed at: drawn sets.

import { describe, expect, test } from "vitest";
import { adjustedP } from "../adjusted-p.ts";
import { normalQuantile } from "../normal-quantile.ts";
import { seededRandom } from "../seeded-random.ts";
import { contrastOfRows } from "./contrast-of-rows.ts";
import { fitRows } from "./fit-rows.ts";
import { moderate } from "./moderate.ts";
import { weighCounts } from "./voom.ts";

const samples = 8;
const columns = [new Float64Array(samples).fill(1), Float64Array.from({ length: samples }, (_, at) => Number(at > 3))];

/**
 * Levels are spread: voom tells weights from the trend over them, and where all features are of one level its p values are not uniform.
 * Variances of 6 degrees of freedom around 0.09, levels from 5 to 14; the first `differing` features differ by 1.
 */
function drawn(features: number, differing: number, seed: number) {
  const random = seededRandom(seed);
  const normal = () => normalQuantile(Math.min(1 - 1e-12, Math.max(1e-12, random())));
  const values = new Float64Array(features * samples);
  for (let feature = 0; feature < features; feature++) {
    let squares = 0;
    for (let at = 0; at < 6; at++) squares += normal() ** 2;
    const deviation = 0.3 * Math.sqrt(6 / squares);
    for (let sample = 0; sample < samples; sample++)
      values[feature * samples + sample] =
        5 + (9 * feature) / features + (feature < differing && sample > 3 ? 1 : 0) + deviation * normal();
  }
  return values;
}

async function pOf(values: Float64Array, weights: Float64Array | null, robust: boolean): Promise<Float64Array> {
  const fit = await fitRows({ features: values.length / samples, samples, values, weights, columns, blocks: null });
  const moderated = fit && moderate(fit, { trend: false, robust });
  if (!moderated) throw new Error("nothing is left over");
  return contrastOfRows({ ...fit, ...moderated }, Float64Array.of(0, 1)).p;
}

/** How far the distribution of p is from the uniform one, over what a hundredth of all uniform sets exceeds (Kolmogorov). */
function farFromUniform(p: Float64Array): number {
  const sorted = p.slice().sort();
  const n = sorted.length;
  const far = sorted.reduce((most, value, at) => Math.max(most, value - at / n, (at + 1) / n - value), 0);
  return (far * Math.sqrt(n)) / 1.628;
}

describe("drawn sets", () => {
  test.each([false, true])("p values are uniform where nothing differs (robust: %s)", async (robust) => {
    expect(farFromUniform(await pOf(drawn(4000, 0, 1), null, robust))).toBeLessThan(1);
  });

  test("so are those of counts by voom", async () => {
    const logs = drawn(4000, 0, 2);
    const counts = logs.map((value) => Math.round(2 ** value));
    // All are of one depth: sums of counts, in which a few features outweigh the others, would shift all of them alike.
    const sizes = new Float64Array(samples).fill(1e6);
    const weighed = await weighCounts({ features: 4000, samples, counts, sizes, columns, blocks: null });
    if (!weighed) throw new Error("no weights");
    expect(farFromUniform(await pOf(weighed.values, weighed.weights, false))).toBeLessThan(1);
  });

  test("no more is found falsely than was aimed at", async () => {
    let [found, isFalse] = [0, 0];
    for (let seed = 10; seed < 20; seed++) {
      const adjusted = adjustedP(await pOf(drawn(2000, 400, seed), null, false), "bh");
      adjusted.forEach((q, at) => {
        if (!(q < 0.05)) return;
        found++;
        if (at >= 400) isFalse++;
      });
    }
    expect(found).toBeGreaterThan(2000);
    expect(isFalse / found).toBeLessThan(0.05);
  });
});
