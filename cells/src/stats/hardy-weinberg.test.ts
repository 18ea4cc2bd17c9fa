// Values of plink1.9 and plink2 --hardy, with and without midp, and of mpmath to all digits (oracles/hardy-weinberg.py).

import { expect, test } from "vitest";
import { answersOf, numberOf, relativeError } from "../testing/oracle-answers.ts";
import { hardyWeinberg } from "./hardy-weinberg.ts";

test("p and mid-p are those of plink1.9 and plink2, and of mpmath to ten digits", () => {
  const rows = answersOf("hardy-weinberg.tsv");
  expect(rows.length).toBeGreaterThan(80);
  for (const row of rows) {
    const [one, het, two] = [row["one"], row["het"], row["two"]].map(numberOf) as [number, number, number];
    const found = hardyWeinberg(one, het, two);
    const title = `${one} ${het} ${two}`;
    // Below 1e-300 both programs write 0.
    for (const [value, name, digits] of [
      [found.p, "plink", 4],
      [found.midP, "plink_mid", 4],
      [found.p, "plink2", 6],
      [found.midP, "plink2_mid", 6],
    ] as const)
      if (value > 1e-299)
        expect(relativeError(value, numberOf(row[name])), `${title} ${name}`).toBeLessThan(0.51 * 10 ** (1 - digits));
    for (const [log, name] of [
      [found.logP, "log_p"],
      [found.logMidP, "log_mid_p"],
    ] as const) {
      const expected = numberOf(row[name]);
      expect(Math.abs(log - expected), `${title} ${name}: ${log} beside ${expected}`).toBeLessThan(
        1e-10 * Math.max(1, Math.abs(expected)),
      );
    }
    expect(relativeError(hardyWeinberg(two, het, one).logP || 1, found.logP || 1), title).toBeLessThan(1e-13);
  }
});

test("of nobody, and of what is no count, there is none", () => {
  for (const [one, het, two] of [
    [0, 0, 0],
    [-1, 2, 3],
    [1.5, 2, 3],
    [Number.NaN, 1, 1],
  ] as const)
    expect(hardyWeinberg(one, het, two).p).toBeNaN();
});

test("a million people take no time, and what is beyond doubles has a logarithm", () => {
  const { p, logP } = hardyWeinberg(500_000, 0, 500_000);
  expect(p).toBe(0);
  // 2^0 · 1e6! / (5e5! 5e5!) of 2e6 choose 1e6.
  expect(Math.abs(logP / -693_145.7 - 1)).toBeLessThan(1e-3);
  expect(hardyWeinberg(250_000, 500_000, 250_000).p).toBe(1);
});
