// Where a setting of the cell mends a doubt of its report, one click sets it; else the sentence alone says what to do.

import { expect, test } from "vitest";
import { words as learnWords } from "../../learn/words.ts";
import type { Sentence } from "../../messages/sentence.ts";
import { mendDoubt } from "./mend-doubt.ts";
import { train, type TrainSpec } from "./spec.ts";

const spec = (more: Partial<TrainSpec> = {}): TrainSpec => ({
  ...(train.empty as unknown as TrainSpec),
  target: "class",
  ...more,
});
const fix = (doubt: Sentence, more: Partial<TrainSpec> = {}, isMatrix = false) => {
  const found = mendDoubt(spec(more), doubt, isMatrix);
  // What one click writes is a spec of the kind.
  if (found) expect(train.schema.safeParse({ ...spec(more), [String(found.path[0])]: found.value }).success).toBe(true);
  return found;
};
const by = (column: string) => ({ type: "leave-one-out", column }) as const;

test("rows of a patient in several folds: patients are left out in turn, unless that is so already or they are too many", () => {
  const doubt = (groups: number) => learnWords.sentence("doubt-groups", { column: "patient", n: 12, groups });
  expect(fix(doubt(20))).toEqual({ path: ["validation"], value: by("patient") });
  expect(fix(doubt(20), { validation: by("patient") })).toBeNull();
  expect(fix(doubt(101))).toBeNull();
});
test("a lab that tells the class: labs are left out in turn", () => {
  const params = { column: "lab", target: "class", hits: 50, rows: 60, commonest: 30 };
  expect(fix(learnWords.sentence("doubt-confounded", params))).toEqual({ path: ["validation"], value: by("lab") });
  expect(fix(learnWords.sentence("doubt-confounded", params), { validation: by("lab") })).toBeNull();
});
test("a class that is smaller than the folds: as many folds as it has rows", () => {
  const doubt = learnWords.sentence("doubt-small-class", { class: "rare", n: 3, folds: 10, without: 7 });
  expect(fix(doubt)).toEqual({ path: ["validation"], value: { type: "k-fold", folds: 3 } });
  expect(fix(doubt, { validation: { type: "k-fold", folds: 3 } })).toBeNull();
  const several = { n: 2, folds: 10, classes: ["low (3)", "high (4)"], more: "" };
  expect(fix(learnWords.sentence("doubt-small-classes", { ...several, least: 3 }))).toEqual(fix(doubt));
  expect(fix(learnWords.sentence("doubt-small-classes", { ...several, least: 1 }))).toBeNull();
  expect(fix(learnWords.sentence("doubt-single-row", { class: "rare", n: 1, folds: 10, without: 9 }))).toBeNull();
});
test("small test parts: as many folds as leave enough rows in each", () => {
  const doubt = learnWords.sentence("doubt-small-parts", { rows: 22, folds: 10, least: 2, most: 3, fewer: 4 });
  expect(fix(doubt)).toEqual({ path: ["validation"], value: { type: "k-fold", folds: 4 } });
  expect(fix(doubt, { validation: { type: "k-fold", folds: 4 } })).toBeNull();
  expect(fix(doubt, { validation: by("lab") })).toBeNull();
});
test("an identifier and the target again are taken out of the features, however these were chosen", () => {
  const doubt = learnWords.sentence("doubt-identifiers", { n: 1, names: ["row"] });
  expect(fix(doubt)).toEqual({ path: ["except"], value: ["row"] });
  expect(fix(doubt, { except: ["age"] })).toEqual({ path: ["except"], value: ["age", "row"] });
  expect(fix(doubt, { except: ["row"] })).toBeNull();
  expect(fix(doubt, { features: ["row", "age"] })).toEqual({ path: ["features"], value: ["age"] });
  const again = learnWords.sentence("doubt-target-again", { n: 1, names: ["code"], target: "class" });
  expect(fix(again)).toEqual({ path: ["except"], value: ["code"] });
  // Nothing would be left to learn from, and features of a matrix are dropped by a step.
  expect(fix(again, { features: ["code"] })).toBeNull();
  expect(fix(again, {}, true)).toBeNull();
});
test("equally frequent classes: the other one is the positive one", () => {
  const doubt = learnWords.sentence("doubt-positive", { classes: ["case", "control"], class: "case" });
  expect(fix(doubt)).toEqual({ path: ["positive"], value: "control" });
  expect(fix(doubt, { positive: "case" })).toBeNull();
});
test("what the data have to mend, and what is no doubt, is left to the person", () => {
  expect(fix(learnWords.sentence("doubt-copies", { n: 4, rows: 40, split: 3 }))).toBeNull();
  expect(fix(learnWords.sentence("doubt-groups", { column: null, n: 1, groups: 2 }))).toBeNull();
  expect(fix(learnWords.sentence("doubt-identifiers", { n: 1, names: "row" }))).toBeNull();
});
