// Which names of samples look like the same one, and which only look alike.

import { expect, test } from "vitest";
import { nearNames } from "./near-names.ts";

const pairs = (names: readonly string[], others: readonly string[]) =>
  nearNames(names, others).map(({ name, other }) => `${name} = ${other}`);

test("a letter that is missing, zeros before a number, what a program adds, and portions of a sample", () => {
  expect(pairs(["CTRL1", "CTRL2"], ["CTR1", "CTR2"])).toEqual(["CTRL1 = CTR1", "CTRL2 = CTR2"]);
  expect(pairs(["S01", "S02"], ["S1", "S2"])).toEqual(["S01 = S1", "S02 = S2"]);
  expect(pairs(["S1_counts", "S2_counts"], ["S1", "S2"])).toEqual(["S1_counts = S1", "S2_counts = S2"]);
  expect(pairs(["TCGA-AB-2802-03A-01W"], ["TCGA-AB-2802", "TCGA-AB-2803"])).toEqual(["TCGA-AB-2802-03A-01W = TCGA-AB-2802"]);
  expect(pairs(["control 1"], ["contol-1"])).toEqual(["control 1 = contol-1"]);
});

test("numbers tell samples apart, and so does what is near to two", () => {
  expect(pairs(["S1"], ["S2", "S11"])).toEqual([]);
  expect(pairs(["mouse7"], ["mouse8"])).toEqual([]);
  expect(pairs(["CTRL1"], ["CTR1", "CRL1"])).toEqual([]);
  expect(pairs(["wild", "KO"], ["mild", "WT"])).toEqual([]);
  expect(pairs(["NA12878", "NA12891"], ["HG00096"])).toEqual([]);
  expect(pairs(["s1", "s2"], ["A1", "A2"])).toEqual([]);
  expect(pairs(["a"], [])).toEqual([]);
});
