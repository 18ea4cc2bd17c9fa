// Every learner of the list keeps the contract, and enters the keys of cells that use it.

import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import type { LearnerLine } from "../contract/learner.ts";
import { identityOf } from "../contract/identity.ts";
import { train } from "../kinds/train/spec.ts";
import { learners } from "../learners.ts";
import { describeLearner } from "../testing/describe-learner.ts";

for (const line of Object.values(learners)) describeLearner(line as unknown as LearnerLine);

test("the folders are the list", () => {
  const folders = readdirSync(import.meta.dirname, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.map((entry) => entry.name).sort()).toEqual(Object.keys(learners).sort());
});

test("a name stands for one learner, in the list and on cards", () => {
  for (const [name, { learner }] of Object.entries(learners)) expect(learner.name).toBe(name);
  const algorithms = Object.values(learners).map(({ learner }) => learner.algorithm);
  expect(new Set(algorithms).size).toBe(algorithms.length);
});

test.each(Object.keys(learners))("a cell that trains by %s answers by that learner's version and no other's (K-1)", (type) => {
  const spec = train.schema.parse({ algorithm: { type } });
  expect(Object.keys(identityOf(train, spec).variants)).toEqual([`learner/${type}`, "report/cross-validation"]);
  expect(identityOf(train, spec as never).reproduces).toBe("exact");
});
