// The comparisons that a design offers.

import { expect, test } from "vitest";
import { nameOfContrast } from "../../contrasts/name-of-contrast.ts";
import { resolveContrast } from "../../contrasts/resolve.ts";
import type { FittedDesignBody } from "../../reports/fitted-design/report.ts";
import { comparisonsOf } from "./comparisons.ts";

const sex = { kind: "factor", name: "sex", levels: ["F", "M"] } as const;
const time = { kind: "factor", name: "time", levels: ["Day0", "Day4", "Day8"] } as const;
const design = (formula: string, variables: FittedDesignBody["variables"], coefficients: string[]): FittedDesignBody => ({
  method: { type: "deseq2" },
  noun: "gene",
  samples: 22,
  formula,
  block: null,
  variables,
  coefficients,
  cells: [],
  facts: {},
  doubts: [],
});
const names = (of: FittedDesignBody) =>
  comparisonsOf(of).map(({ of: column, asks }) => [
    column,
    ...asks.map((each) => nameOfContrast({ name: "", asks: each }, "en")),
  ]);
const factor = ({ name, levels }: typeof sex | typeof time) => ({ kind: "factor" as const, name, levels: [...levels] });

test("each group against the reference, and a number by its coefficient", () => {
  const of = design("~ sex + age + time", [factor(sex), { kind: "number", name: "age", mean: 3 }, factor(time)], ["age"]);
  expect(names(of)).toEqual([
    ["sex", "M against F"],
    ["time", "Day4 against Day0", "Day8 against Day0", "any effect of time"],
    ["age", "age"],
  ]);
});

test("where two factors act on each other also within each group, and the difference; each can be asked of the model", () => {
  const coefficients = ["(Intercept)", "sexM", "timeDay4", "timeDay8", "sexM:timeDay4", "sexM:timeDay8"];
  const of = design("~ sex * time", [factor(sex), factor(time)], coefficients);
  expect(names(of)[2]).toEqual([
    "sex : time",
    "M against F within Day0",
    "M against F within Day4",
    "M against F within Day8",
    "(M against F) within Day4 less the same within Day0",
    "(M against F) within Day8 less the same within Day0",
    "any effect of sex:time",
  ]);
  const asks = comparisonsOf(of).flatMap((each) => each.asks);
  const weights = asks.map((each) => {
    const found = resolveContrast(of, each);
    return found.ok ? [...found.value.weights] : null;
  });
  expect(weights.at(-2)).toEqual([0, 0, 0, 0, 0, 1]);
  expect(weights.at(-5)).toEqual([0, 1, 0, 0, 1, 0]);
  expect(weights).not.toContain(null);
});

test("a design of many groups offers no more than can be read", () => {
  const many = { kind: "factor" as const, name: "line", levels: Array.from({ length: 300 }, (_, at) => `l${at}`) };
  expect(comparisonsOf(design("~ line", [many], []))[0]?.asks).toHaveLength(60);
});
