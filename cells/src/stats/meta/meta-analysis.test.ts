// Pooled estimates against metafor (meta.R), and alleles of studies beside each other.

import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { alignAlleles, type CountedAlleles } from "./align-alleles.ts";
import { metaAnalysis, type MetaMethod } from "./meta-analysis.ts";

interface Answer {
  readonly method: "FE" | "DL" | "REML";
  readonly estimate: number;
  readonly error: number;
  readonly z: number;
  readonly p: number;
  readonly q: number;
  readonly qp: number | null;
  readonly tau2: number;
  readonly i2: number;
}
const sets = JSON.parse(readFileSync(path.join(import.meta.dirname, "meta.json"), "utf8")) as readonly {
  readonly y: number | readonly number[];
  readonly se: number | readonly number[];
  readonly answers: readonly Answer[];
}[];
const called: { readonly [method in Answer["method"]]: MetaMethod } = { FE: "fixed", DL: "dersimonian-laird", REML: "reml" };
const all = (value: number | readonly number[]): readonly number[] => (typeof value === "number" ? [value] : value);

const cases = sets.flatMap(({ y, se, answers }, at) => answers.map((answer) => [at, answer.method, y, se, answer] as const));

test.each(cases)("set %i by %s", (_at, method, y, se, answer) => {
  const found = metaAnalysis(all(y), all(se), called[method]);
  if (!found) throw new Error("an answer is there");
  expect(found.estimate).toBeCloseTo(answer.estimate, 9);
  expect(found.error).toBeCloseTo(answer.error, 9);
  expect(found.statistic).toBeCloseTo(answer.z, 6);
  expect(Math.exp(found.logP)).toBeCloseTo(answer.p, 9);
  expect(found.q).toBeCloseTo(answer.q, 6);
  if (answer.qp !== null) expect(Math.exp(found.qLogP)).toBeCloseTo(answer.qp, 9);
  expect(found.tau2).toBeCloseTo(answer.tau2, 8);
  expect(found.i2).toBeCloseTo(answer.i2, 8);
});

test("of no studies there is nothing", () => expect(metaAnalysis([], [], "reml")).toBeNull());

const alleles = (text: string, frequency = Number.NaN): CountedAlleles => {
  const [effect = "", other = ""] = text.split("/");
  return { effect, other, frequency };
};

test.each([
  ["A/G", "A/G", { sign: 1, strand: false }],
  ["A/G", "G/A", { sign: -1, strand: false }],
  ["A/G", "T/C", { sign: 1, strand: true }],
  ["A/G", "C/T", { sign: -1, strand: true }],
  ["A/G", "A/C", "mismatch"],
  ["AT/A", "A/AT", { sign: -1, strand: false }],
  ["A/T", "A/T", "palindrome"],
  ["A/T", "C/G", "mismatch"],
] as const)("%s beside %s", (as, study, answer) => {
  expect(alignAlleles(alleles(as), alleles(study), "drop")).toEqual(answer);
});

test("palindromes by frequency, and as they are written", () => {
  const as = alleles("A/T", 0.2);
  expect(alignAlleles(as, alleles("A/T", 0.25), "by-frequency")).toEqual({ sign: 1, strand: false });
  expect(alignAlleles(as, alleles("A/T", 0.8), "by-frequency")).toEqual({ sign: -1, strand: true });
  expect(alignAlleles(as, alleles("T/A", 0.8), "by-frequency")).toEqual({ sign: -1, strand: false });
  expect(alignAlleles(as, alleles("T/A", 0.2), "by-frequency")).toEqual({ sign: 1, strand: true });
  expect(alignAlleles(as, alleles("A/T", 0.45), "by-frequency")).toBe("palindrome");
  expect(alignAlleles(as, alleles("A/T"), "by-frequency")).toBe("palindrome");
  expect(alignAlleles(as, alleles("T/A", 0.45), "as-written")).toEqual({ sign: -1, strand: false });
});
