// What a person is told of a setting that does not fit.

import { expect, test } from "vitest";
import type { JsonObject } from "../base/json.ts";
import { kindOf } from "../kinds.ts";
import { failureSentence } from "../messages/catalogue.ts";
import { specFailure } from "./spec-failure.ts";

const sentence = (kind: string, spec: JsonObject): string => {
  const known = kindOf(kind);
  const parsed = known?.schema.safeParse({ ...known.empty, ...spec });
  return parsed && !parsed.success ? failureSentence(specFailure(parsed.error.issues, spec), "en") : "";
};

test.each([
  ["train", { validation: { type: "k-fold", folds: 600 } }, "validation.folds is 600. It can be 100 at most."],
  ["train", { validation: { type: "k-fold", folds: 1 } }, "validation.folds is 1. It has to be 2 at least."],
  ["train", { algorithm: { type: "logistic", c: 0 } }, "algorithm.c is 0. It has to be above 0."],
  [
    "train",
    { validation: { type: "leave-one-out", column: "" } },
    "validation.column has to have 1 letter at least. Fill it in.",
  ],
])("a number out of its bounds is said with the bound: %s %j", (kind, spec, said) => {
  expect(sentence(kind, spec)).toBe(said);
});
