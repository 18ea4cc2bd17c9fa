// Tails and their logarithms against R 4.2.2 and against 60 digits (oracles/distributions.R, distributions-exact.py).

import { describe, expect, test } from "vitest";
import { answersOf, numberOf, numbersOf, relativeError } from "../../testing/oracle-answers.ts";
import { beta } from "./beta.ts";
import { binomial } from "./binomial.ts";
import { chiSquared } from "./chi-squared.ts";
import { fisherF } from "./f.ts";
import { gamma } from "./gamma.ts";
import { hypergeometric } from "./hypergeometric.ts";
import { negativeBinomial } from "./negative-binomial.ts";
import { normal } from "./normal.ts";
import { poisson } from "./poisson.ts";
import type { Probability } from "./quantile.ts";
import { studentT } from "./student-t.ts";
import { type Tails, twoSided } from "./tails.ts";

const [none, none2, none3] = [Number.NaN, Number.NaN, Number.NaN];
const continuous: {
  readonly [name: string]: {
    readonly tails: (x: number, p: readonly number[]) => Tails;
    readonly quantile: (p: Probability, of: readonly number[]) => number;
  };
} = {
  normal: { tails: (x) => normal.tails(x), quantile: (p) => normal.quantile(p) },
  t: { tails: (x, [df = none]) => studentT.tails(x, df), quantile: (p, [df = none]) => studentT.quantile(p, df) },
  f: {
    tails: (x, [a = none, b = none2]) => fisherF.tails(x, a, b),
    quantile: (p, [a = none, b = none2]) => fisherF.quantile(p, a, b),
  },
  chiSquared: {
    tails: (x, [df = none]) => chiSquared.tails(x, df),
    quantile: (p, [df = none]) => chiSquared.quantile(p, df),
  },
  gamma: {
    tails: (x, [a = none, b = none2]) => gamma.tails(x, a, b),
    quantile: (p, [a = none, b = none2]) => gamma.quantile(p, a, b),
  },
  beta: {
    tails: (x, [a = none, b = none2]) => beta.tails(x, a, b),
    quantile: (p, [a = none, b = none2]) => beta.quantile(p, a, b),
  },
};
const tailsOf: { readonly [name: string]: (x: number, p: readonly number[]) => Tails } = {
  ...Object.fromEntries(Object.entries(continuous).map(([name, { tails }]) => [name, tails])),
  binomial: (x, [n = none, p = none2]) => binomial.tails(x, n, p),
  hypergeometric: (x, [m = none, n = none2, k = none3]) => hypergeometric.tails(x, m, n, k),
  poisson: (x, [mean = none]) => poisson.tails(x, mean),
  negativeBinomial: (x, [size = none, mean = none2]) => negativeBinomial.tails(x, size, mean),
};
const exact = answersOf("distributions-exact.tsv");
const ofR = answersOf("distributions.tsv");
const parts = ["lower", "upper", "logLower", "logUpper"] as const;

describe.each(Object.keys(tailsOf))("tails of %s", (name) => {
  const rows = exact.map((row, at) => ({ row, r: ofR[at] ?? {} })).filter(({ row }) => row["distribution"] === name);

  test("are right to 2e-13 of themselves down to 1e-300, and their logarithms everywhere", () => {
    const wrong: string[] = [];
    for (const { row } of rows) {
      const found = tailsOf[name]?.(numberOf(row["x"]), numbersOf(row["parameters"]));
      for (const part of parts) {
        const expected = numberOf(row[part]);
        const isTooSmall = !part.startsWith("log") && expected > 0 && expected < 1e-300;
        if (!isTooSmall && !(relativeError(found?.[part] ?? none, expected) <= 2e-13))
          wrong.push(`${row["parameters"]} at ${row["x"]}: ${part} ${found?.[part]}, not ${expected}`);
      }
    }
    expect(rows.length).toBeGreaterThan(30);
    expect(wrong).toEqual([]);
  });

  test("are R's to 1e-12, but where R itself is farther than that from 60 digits", () => {
    const wrong: string[] = [];
    let apart = 0;
    for (const { row, r } of rows) {
      const found = tailsOf[name]?.(numberOf(row["x"]), numbersOf(row["parameters"]));
      for (const part of parts) {
        const expected = numberOf(r[part]);
        if (!part.startsWith("log") && expected > 0 && expected < 1e-300) continue;
        if (relativeError(expected, numberOf(row[part])) > 5e-13) apart++;
        else if (!(relativeError(found?.[part] ?? none, expected) <= 1e-12))
          wrong.push(`${row["parameters"]} at ${row["x"]}: ${part} ${found?.[part]}, R ${expected}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(apart).toBeLessThan(rows.length / 50 + 1);
  });
});

test.each(Object.keys(continuous))(
  "quantiles of %s are R's, and where they are not, their tail is nearer to what was asked",
  (name) => {
    const rows = answersOf("quantiles.tsv").filter((row) => row["distribution"] === name);
    const wrong: string[] = [];
    for (const row of rows) {
      const [p, of, x] = [numberOf(row["p"]), numbersOf(row["parameters"]), numberOf(row["x"])];
      const isUpper = row["tail"] === "upper";
      const found = continuous[name]?.quantile(isUpper ? { upper: p } : p, of) ?? none;
      const logged = continuous[name]?.quantile(isUpper ? { logUpper: Math.log(p) } : { logLower: Math.log(p) }, of) ?? none;
      const off = (at: number): number => {
        const tails = continuous[name]?.tails(at, of);
        return Math.abs((isUpper ? tails?.logUpper : tails?.logLower) ?? none) - Math.abs(Math.log(p));
      };
      const isNear = Math.abs(found - x) <= 1e-15 || relativeError(found, x) <= 2e-12;
      if (!isNear && !(Math.abs(off(found)) <= Math.abs(off(x)))) wrong.push(`${JSON.stringify(row)}: ${found}`);
      if (!(relativeError(logged, found) <= 1e-11 || Math.abs(logged - found) < 1e-15))
        wrong.push(`${JSON.stringify(row)}: by its log ${logged}`);
    }
    expect(rows.length).toBeGreaterThan(10);
    expect(wrong).toEqual([]);
  },
);

test("quantiles of 0 and 1 are the ends, and of what is no probability NaN", () => {
  expect(normal.quantile(0)).toBe(Number.NEGATIVE_INFINITY);
  expect(normal.quantile(1)).toBe(Number.POSITIVE_INFINITY);
  expect(studentT.quantile({ upper: 0 }, 3)).toBe(Number.POSITIVE_INFINITY);
  expect([beta.quantile(0, 2, 3), beta.quantile(1, 2, 3)]).toEqual([0, 1]);
  expect(chiSquared.quantile({ logUpper: Number.NEGATIVE_INFINITY }, 3)).toBe(Number.POSITIVE_INFINITY);
  for (const p of [-0.1, 1.1, Number.NaN, { logLower: 0.1 }]) expect(normal.quantile(p)).toBeNaN();
  expect(studentT.quantile(0.3, -1)).toBeNaN();
});

test("a test against both sides doubles the smaller tail, beyond what a double holds by its logarithm", () => {
  // 2 * pnorm(-1.96), 2 * pt(-100, 1e6) by its logarithm
  expect(twoSided(normal.tails(1.96)).p).toBeCloseTo(0.04999579029644087, 15);
  expect(twoSided(studentT.tails(0, 4))).toEqual({ p: 1, logP: 0 });
  const far = twoSided(normal.tails(-100));
  expect(far.p).toBe(0);
  expect(far.logP).toBeCloseTo(-5005.524208694205 + Math.LN2, 9);
});

test("parameters of no distribution give NaN; those without end its limit", () => {
  const wrong: readonly Tails[] = [
    studentT.tails(1, 0),
    fisherF.tails(1, -1, 3),
    chiSquared.tails(1, -1),
    gamma.tails(1, 2, 0),
    beta.tails(0.5, 0, 1),
    binomial.tails(1, 2.5, 0.5),
    binomial.tails(1, 2, 1.5),
    hypergeometric.tails(1, 2, 3, 6),
    poisson.tails(1, -1),
    negativeBinomial.tails(1, -1, 2),
    normal.tails(Number.NaN),
  ];
  for (const { lower, upper, logLower, logUpper } of wrong)
    expect([lower, upper, logLower, logUpper]).toEqual([none, none, none, none]);
  expect(studentT.upper(1, Number.POSITIVE_INFINITY)).toBe(normal.upper(1));
  expect(negativeBinomial.logUpper(3, Number.POSITIVE_INFINITY, 2)).toBe(poisson.logUpper(3, 2));
  expect([chiSquared.lower(0, 0), chiSquared.lower(-1, 0), fisherF.upper(-1, 2, 3)]).toEqual([1, 0, 1]);
});

// A sum over all of them would not end within the time of a test.
test("very large parameters are answered", () => {
  expect(poisson.upper(1e15, 1e15)).toBeCloseTo(0.5, 7);
  expect(beta.lower(0.5, 1e15, 1e15)).toBeCloseTo(0.5, 12);
  expect(binomial.upper(1e15, 2e15, 0.5)).toBeCloseTo(0.5, 7);
});
