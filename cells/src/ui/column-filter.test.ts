// What is typed into the head of a column is a condition of a filter.

import { expect, test } from "vitest";
import { stepSchema } from "../steps.ts";
import { rangeCondition } from "./ColumnFilter.tsx";

test.each([
  ["both bounds", "0.5", "2", { is: "between", value: [0.5, 2] }],
  ["the larger one first", "9", "-1", { is: "between", value: [-1, 9] }],
  ["the lower alone", "10", "", { is: ">=", value: 10 }],
  ["the upper alone", "", "0,05", { is: "<=", value: 0.05 }],
])("%s of a range", (_what, from, to, expected) => {
  const condition = rangeCondition("logFC", from, to);
  expect(condition).toEqual({ column: "logFC", ...expected });
  expect(stepSchema.safeParse({ id: "s1", verb: "filter", where: { all: [condition] } }).success).toBe(true);
});

test("what is no number asks for nothing", () => {
  expect(rangeCondition("logFC", "", "")).toBeNull();
  expect(rangeCondition("logFC", "many", "3")).toBeNull();
});
