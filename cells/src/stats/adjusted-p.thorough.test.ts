// Of mixtures of what differs and what does not, adjusted p values let through no more that is false than was aimed at: on the mean of
// many sets, as Benjamini and Hochberg (1995) prove it for independent tests, where it is the share of nulls times alpha.

import { expect, test } from "vitest";
import { drawing } from "../testing/drawn.ts";
import { adjustedP } from "./adjusted-p.ts";
import { normal } from "./distributions/normal.ts";

const [tests, times, alpha] = [400, 1000, 0.1];

test.each([0, 40, 200])("of 400 tests %i differ", (differing) => {
  const of = drawing(901 + differing);
  const shares = { bh: [] as number[], holm: [] as number[] };
  for (let at = 0; at < times; at++) {
    const p = Float64Array.from({ length: tests }, (_, test) =>
      Math.min(1, 2 * normal.upper(Math.abs(of.normal() + (test < differing ? 3 : 0)))),
    );
    for (const method of ["bh", "holm"] as const) {
      const passing = [...adjustedP(p, method)].flatMap((q, test) => (q <= alpha ? [test] : []));
      const wrong = passing.filter((test) => test >= differing).length;
      shares[method].push(method === "bh" ? (passing.length === 0 ? 0 : wrong / passing.length) : Number(wrong > 0));
    }
  }
  // What one of a thousand means of so many sets exceeds.
  const beyond = (values: readonly number[], expected: number): number => {
    const mean = values.reduce((sum, value) => sum + value, 0) / times;
    const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / times);
    return (mean - expected) / (deviation / Math.sqrt(times));
  };
  const bh = beyond(shares.bh, (alpha * (tests - differing)) / tests);
  expect(Math.abs(bh)).toBeLessThan(3.29);
  // Holm: that any is false, in no more sets than that.
  expect(beyond(shares.holm, alpha)).toBeLessThan(3.29);
});
