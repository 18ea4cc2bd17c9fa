// Against R 4.2.2, and limma's inverse (oracles/gamma.R).

import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { digamma, logGamma, trigamma, trigammaInverse } from "./log-gamma.ts";

const answers: Readonly<Record<"x" | "logGamma" | "digamma" | "trigamma" | "y" | "inverse", readonly number[]>> = JSON.parse(
  readFileSync(path.join(import.meta.dirname, "oracles/gamma.json"), "utf8"),
);

test.each([
  ["logGamma", logGamma, "x", 1e-14],
  ["digamma", digamma, "x", 1e-13],
  ["trigamma", trigamma, "x", 1e-13],
  ["inverse", trigammaInverse, "y", 1e-8],
] as const)("%s is R's", (name, ours, from, share) => {
  answers[from].forEach((x, at) => {
    const theirs = answers[name][at] as number;
    expect(Math.abs(ours(x) - theirs), `${name}(${x})`).toBeLessThanOrEqual(share * Math.max(1, Math.abs(theirs)));
  });
});

test("what has no value is NaN, and a slope of 0 lies infinitely far", () => {
  expect([logGamma(0), digamma(-1), trigamma(Number.NaN), trigammaInverse(-1)].every(Number.isNaN)).toBe(true);
  expect(trigammaInverse(0)).toBe(Number.POSITIVE_INFINITY);
});
