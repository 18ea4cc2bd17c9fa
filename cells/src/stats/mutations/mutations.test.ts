// Places of changes, substitutions, the order of an oncoprint, intervals of shares and pairs of genes, against names and R.

import { expect, test } from "vitest";
import { genePairs } from "./gene-pairs.ts";
import { memoSort } from "./memo-sort.ts";
import { inOrderOfClasses } from "./mutation-classes.ts";
import { proteinPosition } from "./protein-position.ts";
import { isTransition, substitutionOf } from "./substitutions.ts";
import { wilsonInterval } from "./wilson-interval.ts";

test.each([
  ["p.R882H", 882],
  ["R882H", 882],
  ["p.Arg882His", 882],
  ["NP_072046.2:p.(Arg882His)", 882],
  ["p.W288fs", 288],
  ["p.*913W", 913],
  ["p.K417_D419del", 417],
  ["p.X125_splice", 125],
  ["p.599_600insREYEYDL", 599],
  ["p.M1?", 1],
  ["p.?", null],
  ["p.=", null],
  ["", null],
  ["NULL", null],
  ["c.2644C>T", null],
])("%j begins at %j of the protein", (change, place) => {
  expect(proteinPosition(change)).toBe(place);
});

test("substitutions are told from the pyrimidine; C>T and T>C are transitions; what is longer is none", () => {
  expect([substitutionOf("G", "A"), substitutionOf("c", "t"), substitutionOf("A", "T")]).toEqual(["C>T", "C>T", "T>A"]);
  expect([substitutionOf("C", "C"), substitutionOf("CA", "TG"), substitutionOf("-", "A"), substitutionOf("N", "A")]).toEqual([
    null,
    null,
    null,
    null,
  ]);
  expect([isTransition("C>T"), isTransition("T>C"), isTransition("C>A")]).toEqual([true, true, false]);
});

test("samples with the first gene come first, among them those with the second; of two alike the one with more mutations", () => {
  const has = [
    [0, 1, 1, 0, 0],
    [1, 0, 1, 0, 0],
  ];
  const order = memoSort({ genes: 2, samples: 5 }, (gene, sample) => has[gene]?.[sample] === 1, [1, 1, 1, 2, 7]);
  expect(order).toEqual([2, 1, 0, 4, 3]);
});

test("MAF's classes have their order, others stand behind them", () => {
  expect(inOrderOfClasses(["stop_gained", "Splice_Site", "Missense_Mutation", "amber"])).toEqual([
    "Missense_Mutation",
    "Splice_Site",
    "amber",
    "stop_gained",
  ]);
});

// R 4.2: prop.test(48, 193, correct = FALSE)$conf.int; of none and of all it stays in [0, 1].
test("the interval of a share is Wilson's", () => {
  const [lower, upper] = wilsonInterval(48, 193);
  expect([lower, upper]).toEqual([expect.closeTo(0.193_023_88, 8), expect.closeTo(0.314_193_75, 8)]);
  expect(wilsonInterval(0, 10)[0]).toBe(0);
  expect(wilsonInterval(10, 10)[1]).toBe(1);
});

test("a gene that is mutated everywhere, or nowhere, has no pair; two that never meet have an odds ratio of 0", async () => {
  const rows = [
    [1, 1, 1, 1],
    [1, 1, 0, 0],
    [0, 0, 1, 1],
  ].map((row) => Uint8Array.from(row));
  const [all, , apart] = await genePairs(rows, () => null);
  expect([all?.p, all?.oddsRatio, all?.both]).toEqual([Number.NaN, Number.NaN, 2]);
  expect([apart?.oddsRatio, apart?.both, apart?.oneAlone, apart?.otherAlone, apart?.neither]).toEqual([0, 0, 2, 2, 0]);
  // fisher.test(matrix(c(0, 2, 2, 0), 2))$p.value
  expect(apart?.p).toBeCloseTo(1 / 3, 12);
});

test("equal tables are equal answers, and between pairs a run can be ended", async () => {
  const rows = [
    [1, 1, 0, 0, 0, 0],
    [1, 0, 0, 0, 0, 0],
    [0, 0, 1, 1, 1, 0],
    [0, 1, 0, 0, 0, 0],
  ].map((row) => Uint8Array.from(row));
  const pairs = await genePairs(rows, () => null);
  expect(pairs[0]?.p, "fisher.test(matrix(c(1, 0, 1, 4), 2))").toBeCloseTo(1 / 3, 12);
  expect(pairs[2]).toMatchObject({ one: 0, other: 3, p: pairs[0]?.p, oddsRatio: pairs[0]?.oddsRatio });
  expect(pairs).toHaveLength(6);
  let asked = 0;
  await expect(
    genePairs(rows, () => {
      if (++asked === 3) throw new Error("ended");
      return null;
    }),
  ).rejects.toThrow("ended");
});
