// Against survival 3.5-3: survival.R wrote survival.json.

import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { concordance } from "./concordance.ts";
import { type CoxFit, fitCox } from "./cox.ts";
import { kaplanMeier, medianOf } from "./kaplan-meier.ts";
import { logRank, logRankOfPairs } from "./log-rank.ts";
import { proportionalHazards } from "./proportional-hazards.ts";
import type { CoxData, Ties } from "./risk-sums.ts";
import { everyRow, withTiesJoined } from "./survival-data.ts";

type Numbers = readonly (number | null)[];
type OneOrMore = number | null | Numbers;
interface Curve {
  readonly time: OneOrMore;
  readonly atRisk: OneOrMore;
  readonly events: OneOrMore;
  readonly survival: OneOrMore;
  readonly error: OneOrMore;
  readonly lower: OneOrMore;
  readonly upper: OneOrMore;
  readonly median: Numbers;
}
interface Answer {
  readonly name: string;
  readonly time: number | readonly number[];
  readonly event: number | readonly number[];
  readonly group?: readonly number[] | null;
  readonly stratum?: readonly number[] | null;
  readonly log: Curve;
  readonly loglog: Curve;
  readonly tests?: {
    readonly observed: Numbers;
    readonly expected: Numbers;
    readonly statistic: number | null;
    readonly df: number;
    readonly p: number | null;
    readonly trend: number | null;
    readonly pairs: Numbers | null;
    readonly adjusted: Numbers | null;
  } | null;
  readonly cox?: readonly CoxAnswer[] | null;
}
interface CoxAnswer {
  readonly formula: string;
  readonly ties: Ties;
  readonly beta: OneOrMore;
  readonly error: OneOrMore;
  readonly p: OneOrMore;
  readonly logLik: readonly number[];
  readonly lr: readonly number[];
  readonly wald: readonly number[];
  readonly score: readonly number[];
  readonly x: readonly (readonly number[])[];
  readonly assign: OneOrMore | readonly (number | Numbers)[];
  readonly concordance: readonly number[];
  readonly zph: readonly (readonly number[])[] | null;
}
const { sets } = JSON.parse(readFileSync(path.join(import.meta.dirname, "survival.json"), "utf8")) as {
  readonly sets: readonly Answer[];
};
const list = (values: OneOrMore): Numbers => (Array.isArray(values) ? values : [values as number | null]);
const close = (found: ArrayLike<number>, wanted: OneOrMore, relative: number, what: string): void => {
  const numbers = list(wanted);
  expect(found.length, what).toBe(numbers.length);
  numbers.forEach((value, at) => {
    const here = found[at] as number;
    if (value === null) expect(Number.isNaN(here), `${what} ${at}: ${here}`).toBe(true);
    else
      expect(Math.abs(here - value), `${what} ${at}: ${here}, ${value}`).toBeLessThanOrEqual(relative * Math.abs(value) + 1e-12);
  });
};

describe.each(sets)("$name", (answer) => {
  const time = withTiesJoined(Float64Array.from(list(answer.time) as readonly number[]));
  const event = Uint8Array.from(list(answer.event) as readonly number[]);
  const rows = everyRow(time.length);
  const codes = (of: readonly number[] | null | undefined): Int32Array =>
    Int32Array.from(of ?? [...time].fill(1), (code) => code - 1);
  const countOf = (of: Int32Array): number => Math.max(...of) + 1;
  const strata = codes(answer.stratum);
  const strataCount = countOf(strata);

  test.each(["log", "log-log"] as const)("the curve, its interval by %s and the median", (interval) => {
    const wanted = interval === "log" ? answer.log : answer.loglog;
    const curve = kaplanMeier({ time, event }, { rows, interval, level: 0.95 });
    close(curve.time, wanted.time, 1e-12, "time");
    close(curve.atRisk, wanted.atRisk, 0, "at risk");
    close(curve.events, wanted.events, 0, "events");
    close(curve.survival, wanted.survival, 1e-12, "S");
    const isInfinite = curve.survival.map((s) => Number(s === 0));
    const errors = curve.error.filter((_, at) => isInfinite[at] === 0);
    close(errors, list(wanted.error).slice(0, errors.length), 1e-10, "error");
    close(curve.lower, wanted.lower, 1e-10, "lower");
    close(curve.upper, wanted.upper, 1e-10, "upper");
    const { at, lower, upper } = medianOf(curve);
    close([at, lower, upper], wanted.median, 1e-12, "median");
  });

  test.runIf(answer.group)("the log-rank test, its trend and its pairs", () => {
    const groups = codes(answer.group);
    const asked = { groups, groupCount: countOf(groups), strata, strataCount };
    const found = logRank({ time, event }, asked);
    const wanted = answer.tests;
    if (!wanted || wanted.p === null) {
      expect(found.p).toBeNaN();
      return;
    }
    close(found.observed, wanted.observed, 0, "observed");
    close(found.expected, wanted.expected, 1e-12, "expected");
    close([found.statistic, found.p], [wanted.statistic, wanted.p], 1e-9, "test");
    expect(found.freedom).toBe(wanted.df);
    if (wanted.trend === null || wanted.trend === undefined) return;
    close([found.trend?.statistic ?? 0], wanted.trend, 1e-9, "trend");
    const pairs = logRankOfPairs({ time, event }, asked);
    close(
      pairs.map(({ p }) => p),
      wanted.pairs ?? [],
      1e-9,
      "pairs",
    );
    close(
      pairs.map(({ adjusted }) => adjusted),
      wanted.adjusted ?? [],
      1e-9,
      "adjusted",
    );
  });

  test.each(answer.cox ?? [])("$formula, ties by $ties", (wanted) => {
    const width = wanted.x[0]?.length ?? 0;
    const columns = Array.from({ length: width }, (_, at) => Float64Array.from(wanted.x, (row) => row[at] as number));
    const isStratified = wanted.formula.includes("strata(");
    const strata = isStratified ? codes(answer.stratum) : new Int32Array(time.length);
    const strataCount = countOf(strata);
    const data: CoxData = { time, event, columns, strata, strataCount, ties: wanted.ties };
    const made = fitCox(data);
    expect("fit" in made).toBe(true);
    const { fit } = made as { readonly fit: CoxFit };
    expect(fit.unbounded).toEqual([]);
    close(fit.coefficients, wanted.beta, 1e-8, "beta");
    close(fit.errors, wanted.error, 1e-8, "error");
    close(fit.p, wanted.p, 1e-7, "p");
    close([fit.logLikelihood.null, fit.logLikelihood.fit], wanted.logLik, 1e-10, "likelihood");
    for (const [test, name] of [
      [fit.likelihoodRatio, "lr"],
      [fit.wald, "wald"],
      [fit.score, "score"],
    ] as const) {
      // R rounds its own Wald statistic to two digits.
      if (name === "wald") expect(test.statistic).toBeCloseTo(wanted[name][0] as number, 1.9);
      else close([test.statistic, test.freedom], wanted[name].slice(0, 2), 1e-7, name);
    }
    const harrell = concordance(data, fit.predictor, strata, strataCount);
    close([harrell.value, harrell.error], wanted.concordance, 1e-8, "concordance");
    const terms = (wanted.assign as readonly (number | Numbers)[]).map((of) => list(of).map((at) => (at as number) - 1));
    const test = proportionalHazards(data, fit, Array.isArray(wanted.assign) ? terms : [[0]]);
    const zph = [...(test?.terms ?? []), ...(test && terms.length > 1 ? [test.all] : [])];
    const table = terms.length > 1 ? wanted.zph : wanted.zph?.slice(0, 1);
    table?.forEach(([statistic = 0, freedom = 0, p = 0], at) => {
      const here = zph[at];
      close([here?.statistic ?? 0, here?.freedom ?? 0, here?.p ?? 0], [statistic, freedom, p], 1e-6, `zph ${at}`);
    });
  });
});

const follow = (times: readonly number[], events: readonly number[], x: readonly number[]): CoxData => ({
  time: Float64Array.from(times),
  event: Uint8Array.from(events),
  columns: [Float64Array.from(x)],
  strata: new Int32Array(times.length),
  strataCount: 1,
  ties: "efron",
});

test("a group in which nobody has the event has no hazard ratio, and the likelihood says so", () => {
  const made = fitCox(follow([1, 2, 3, 4, 5, 6, 7, 8], [1, 1, 1, 1, 0, 0, 0, 0], [0, 0, 0, 0, 1, 1, 1, 1]));
  expect("fit" in made && made.fit.unbounded).toEqual([0]);
});
test("no events, and a covariate that is the same for all, are refused", () => {
  expect(fitCox(follow([1, 2, 3], [0, 0, 0], [1, 2, 3]))).toEqual({ failed: { problem: "no-events", column: -1 } });
  expect(fitCox(follow([1, 2, 3], [1, 1, 0], [4, 4, 4]))).toEqual({ failed: { problem: "not-told-apart", column: 0 } });
});
