// Power and numbers of individuals as R's power.*.test and pwr (oracles/power.R).

import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { relativeError } from "../../testing/oracle-answers.ts";
import { powerOfCounts } from "./power-of-counts.ts";
import { powerOfLogRank } from "./power-of-hazards.ts";
import { powerOfAnova, powerOfT } from "./power-of-means.ts";
import { powerOfCorrelation, powerOfShares } from "./power-of-shares.ts";
import { reachedAt } from "./reached-at.ts";

const ofR = JSON.parse(readFileSync(path.join(import.meta.dirname, "../oracles/power.json"), "utf8")) as {
  readonly [name in "t" | "paired" | "pwrT" | "shares" | "anova" | "r" | "logRank" | "counts"]: readonly number[];
} & { readonly anovaF: number };
const near = (found: readonly (number | null)[], expected: readonly number[], most = 1e-8) => {
  expect(found).toHaveLength(expected.length);
  expected.forEach((value, at) =>
    expect(relativeError(found[at] ?? Number.NaN, value), `${at}: ${found[at]} for ${value}`).toBeLessThan(most),
  );
};
const alpha = 0.05;
const up = { from: 2, to: Number.POSITIVE_INFINITY };

test("two means and pairs, with both tails", () => {
  const of = (n: number, difference: number, paired: boolean, threshold = alpha) =>
    powerOfT({ n, alpha: threshold, difference, paired });
  near([of(20, 0.8, false), of(5, 1.5, false, 0.01), of(64, 0.5, false), of(4, 0.1, false)], ofR.t);
  near([of(12, 0.9, true), of(34, 0.5, true), of(3, -2, true, 0.01)], ofR.paired);
  // R's uniroot stops within 1e-4 of what is looked for.
  near(
    [
      of(20, 0.8, false),
      reachedAt((n) => of(n, 0.5, false), 0.8, up),
      reachedAt((d) => of(20, d, false), 0.9, { from: 0, to: Number.POSITIVE_INFINITY }),
      reachedAt((n) => of(n, 0.5, false), 0.9, up),
    ],
    ofR.pwrT,
    1e-5,
  );
});

test("shares, several means, correlations", () => {
  near(
    [powerOfShares({ n: 50, alpha, first: 0.5, second: 0.75 }), powerOfShares({ n: 200, alpha, first: 0.1, second: 0.05 })],
    ofR.shares.slice(0, 2),
  );
  near([reachedAt((n) => powerOfShares({ n, alpha, first: 0.5, second: 0.75 }), 0.9, up)], ofR.shares.slice(2), 1e-5);
  const anova = (groups: number, n: number, f: number) => powerOfAnova({ n, alpha, groups, f });
  near([anova(4, 5, ofR.anovaF), anova(4, 20, 0.28)], ofR.anova.slice(0, 2));
  near([reachedAt((n) => anova(3, n, 0.25), 0.8, up)], ofR.anova.slice(2), 1e-5);
  near([powerOfCorrelation({ n: 50, alpha, r: 0.3 }), powerOfCorrelation({ n: 10, alpha: 0.01, r: -0.8 })], ofR.r.slice(0, 2));
  near(
    [reachedAt((n) => powerOfCorrelation({ n, alpha, r: 0.3 }), 0.8, { from: 4, to: Number.POSITIVE_INFINITY })],
    ofR.r.slice(2),
    1e-5,
  );
});

test("hazards by Schoenfeld, counts by Hart and others", () => {
  const logRank = (n: number) => powerOfLogRank({ n, alpha, ratio: 0.5, events: 0.6 });
  near([logRank(50)], ofR.logRank.slice(0, 1));
  // The formula leaves the other tail out: of 80 % that is nothing.
  near([reachedAt(logRank, 0.8, up)], ofR.logRank.slice(1), 1e-5);
  const counts = (n: number) => powerOfCounts({ n, alpha, fold: 2, depth: 10, variation: 0.4 });
  const rare = (n: number) => powerOfCounts({ n, alpha: 0.001, fold: 1 / 1.5, depth: 20, variation: 0.3 });
  near([reachedAt(counts, 0.8, up), reachedAt(rare, 0.9, up)], ofR.counts);
});

test("of one individual there is no power, and what is never reached is null", () => {
  expect(powerOfT({ n: 1, alpha, difference: 1, paired: true })).toBeNaN();
  expect(powerOfAnova({ n: 1, alpha, groups: 3, f: 1 })).toBeNaN();
  expect(reachedAt(() => 0.1, 0.8, up)).toBeNull();
  expect(reachedAt((at) => at, 5, { from: 0, to: 1 })).toBeNull();
  expect(reachedAt(() => 0.9, 0.8, up)).toBe(2);
});

test("however many or large, a chance is a number", () => {
  const anova = (n: number, f: number) => powerOfAnova({ n, alpha, groups: 3, f });
  expect(anova(200_000, 1.5)).toBeCloseTo(1, 12);
  expect(reachedAt((n) => anova(n, 500), 0.8, up)).toBe(2);
  // scipy: brentq of ncf.sf(f.isf(.05, 2, 3 * (5e5 - 1)), 2, 3 * (5e5 - 1), 3 * 5e5 * f * f) - .8 (R's pf is off in the sixth digit)
  near([reachedAt((f) => anova(500_000, f), 0.8, { from: 0, to: Number.POSITIVE_INFINITY })], [0.002534391197306281]);
  // What is not known is not what is not reached.
  expect(reachedAt((at) => (at > 3 ? Number.NaN : 0.1), 0.8, up)).toBeNaN();
  expect(reachedAt((at) => (at > 3 ? Number.NaN : 0.1), 0.8, { from: 0, to: 5 })).toBeNaN();
});
