// Drawn follow-ups: p of log-rank and of hazard ratios is uniform where hazards are the same, intervals of hazard ratios and of medians hold
// the truth. Both tests are right of many events: the sets are so large. Bounds are those of chance alone, passed by one of a thousand.

import { expect, test } from "vitest";
import { drawing, type Drawing, farFromUniform, shareBelow, within999 } from "../../testing/drawn.ts";
import { fitCox, hazardRatio } from "./cox.ts";
import { kaplanMeier, medianOf } from "./kaplan-meier.ts";
import { logRank } from "./log-rank.ts";
import { everyRow } from "./survival-data.ts";

const rows = 300;
const times = 1000;
const groups = Int32Array.from({ length: rows }, (_, row) => row % 2);
const strata = new Int32Array(rows);

/** Exponential times, about a third ended by something else. */
function followed(of: Drawing, ratio: number) {
  const time = new Float64Array(rows);
  const event = new Uint8Array(rows);
  for (let row = 0; row < rows; row++) {
    const [own, end] = [of.exponential() / (groups[row] === 1 ? ratio : 1), of.exponential() * 2];
    time[row] = Math.min(own, end);
    event[row] = Number(own <= end);
  }
  return { time, event };
}

function expectUniform(p: readonly number[]): void {
  expect(farFromUniform(p)).toBeLessThan(1);
  for (const alpha of [0.01, 0.05, 0.2]) {
    const [low, high] = within999(p.length, alpha);
    const n = shareBelow(p, alpha);
    expect([n >= low, n <= high], `${n} of ${p.length} at ${alpha}`).toEqual([true, true]);
  }
}

test("log-rank p and those of Cox's three tests are uniform where hazards are the same", () => {
  const of = drawing(301);
  const found = Array.from({ length: times }, () => {
    const follow = followed(of, 1);
    const cox = fitCox({ ...follow, columns: [Float64Array.from(groups)], strata, strataCount: 1, ties: "efron" });
    if ("failed" in cox) throw new Error(cox.failed.problem);
    const { likelihoodRatio, wald, score } = cox.fit;
    return [logRank(follow, { groups, groupCount: 2, strata, strataCount: 1 }).p, likelihoodRatio.p, wald.p, score.p] as const;
  });
  for (const at of [0, 1, 2, 3] as const) expectUniform(found.map((each) => each[at]));
});

test("intervals of hazard ratios and of medians hold the truth as often as they say", () => {
  const of = drawing(302);
  let [ratios, medians] = [0, 0];
  for (let at = 0; at < times; at++) {
    const follow = followed(of, 1.6);
    const cox = fitCox({ ...follow, columns: [Float64Array.from(groups)], strata, strataCount: 1, ties: "efron" });
    if ("failed" in cox) throw new Error(cox.failed.problem);
    const [, low, high] = hazardRatio(cox.fit.coefficients[0] as number, cox.fit.errors[0] as number, 0.95);
    if (low <= 1.6 && 1.6 <= high) ratios++;
    const first = everyRow(rows).filter((row) => groups[row] === 0);
    const { lower, upper } = medianOf(kaplanMeier(follow, { rows: first, interval: "log-log", level: 0.95 }));
    if (!(lower > Math.LN2) && !(upper < Math.LN2)) medians++;
  }
  const [low, high] = within999(times, 0.95);
  expect([ratios >= low, ratios <= high], `${ratios} ratios`).toEqual([true, true]);
  expect([medians >= low, medians <= high], `${medians} medians`).toEqual([true, true]);
});
