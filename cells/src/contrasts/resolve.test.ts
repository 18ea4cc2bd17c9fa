// Comparisons of groups against emmeans 1.8.4 (oracle.R wrote oracle.json), and what is refused.

import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { failureSentence } from "../messages/catalogue.ts";
import type { FittedDesign } from "./fitted-design.ts";
import { resolveContrast } from "./resolve.ts";
import { contrastSpec } from "./spec.ts";
import { nameOfContrast } from "./name-of-contrast.ts";

interface Case {
  readonly formula: string;
  readonly factor: string;
  readonly of: readonly string[];
  readonly against: readonly string[];
  readonly within: readonly { readonly factor: string; readonly level: string }[];
  readonly less: readonly { readonly factor: string; readonly level: string }[];
  readonly coefficients: readonly string[];
  readonly weights: readonly number[];
  readonly age: number;
}
const cases: readonly Case[] = JSON.parse(readFileSync(path.join(import.meta.dirname, "oracle.json"), "utf8"));
const levels: { readonly [factor: string]: readonly string[] } = {
  time: ["Day0", "Day4", "Day8"],
  sex: ["F", "M"],
  lab: ["a", "b"],
};

const designOf = (formula: string, coefficients: readonly string[], age = 50): FittedDesign => ({
  formula,
  coefficients,
  variables: [...new Set(formula.match(/time|sex|lab|age/g) ?? [])].map((name) =>
    name === "age" ? { kind: "number", name, mean: age } : { kind: "factor", name, levels: levels[name] ?? [] },
  ),
  cells: [
    { row: [1, 0, 0, 0], levels: [0, 0], n: 3 },
    { row: [1, 0, 0, 1], levels: [0, 2], n: 4 },
  ],
});
const asks = (more: object) => contrastSpec.parse({ asks: { by: "groups", ...more } }).asks;

test.each(cases)(
  "$formula: $of against $against within $within less $less",
  ({ formula, coefficients, age, weights, ...asked }) => {
    const found = resolveContrast(designOf(formula, coefficients, age), asks(asked));
    if (!found.ok) throw new Error(failureSentence(found.error, "en"));
    expect(found.value.weights.length).toBe(coefficients.length);
    weights.forEach((weight, at) => expect(found.value.weights[at], coefficients[at]).toBeCloseTo(weight, 10));
  },
);

test("what a difference depends on and is averaged over is told, what is held is not", () => {
  const design = designOf("~ sex * time + lab", [
    "(Intercept)",
    "sexM",
    "timeDay4",
    "timeDay8",
    "labb",
    "sexM:timeDay4",
    "sexM:timeDay8",
  ]);
  const of = { factor: "time", of: ["Day8"], against: ["Day0"] };
  const averaged = (more: object) => {
    const found = resolveContrast(design, asks({ ...of, ...more }));
    return found.ok ? found.value.averaged : found.error;
  };
  expect(averaged({})).toEqual(["sex"]);
  expect(averaged({ within: [{ factor: "sex", level: "M" }] })).toEqual([]);
  expect(averaged({ factor: "lab", of: ["b"], against: ["a"] })).toEqual([]);
});

describe("terms that are left out", () => {
  const design = designOf("~ sex * time + age", [
    "(Intercept)",
    "sexM",
    "timeDay4",
    "timeDay8",
    "age",
    "sexM:timeDay4",
    "sexM:timeDay8",
  ]);
  const without = (...terms: string[]) =>
    resolveContrast(design, contrastSpec.parse({ asks: { by: "terms", without: terms } }).asks);
  test("their coefficients are not kept, and the smaller formula is R's", () => {
    expect(without("sex:time")).toMatchObject({
      ok: true,
      value: { without: { formula: "~ sex + time + age", kept: [true, true, true, true, true, false, false] } },
    });
    expect(without("time", "sex:time")).toMatchObject({
      value: { without: { formula: "~ sex + age", kept: [true, true, false, false, true, false, false] } },
    });
    expect(without("age", "sex", "time", "sex:time")).toMatchObject({ value: { without: { formula: "~ 1" } } });
  });
  test("one that others act with goes with them, and a formula without an intercept has no smaller one", () => {
    const found = without("time");
    expect(!found.ok && failureSentence(found.error, "en")).toContain("sex:time cannot stay without time");
    const bare = resolveContrast(designOf("~ 0 + time", ["timeDay0", "timeDay4", "timeDay8"]), {
      by: "terms",
      without: ["time"],
    });
    expect(!bare.ok && failureSentence(bare.error, "en")).toContain("Fit the model with an intercept");
  });
});

describe("on ~ sex + time", () => {
  const design = designOf("~ sex + time", ["(Intercept)", "sexM", "timeDay4", "timeDay8"]);
  test("a pair of groups has DESeq2's call and the samples of either side", () => {
    const found = resolveContrast(design, asks({ factor: "time", of: ["Day8"], against: ["Day0"] }));
    expect(found).toMatchObject({
      ok: true,
      value: { groupsInR: 'c("time", "Day8", "Day0")', sizes: { of: 4, against: 3 }, compared: [true, true] },
    });
  });
  test("coefficients by weight", () => {
    const { asks: asked } = contrastSpec.parse({
      asks: {
        by: "coefficients",
        weights: [
          { coefficient: "timeDay8", by: 1 },
          { coefficient: "timeDay4", by: -0.5 },
        ],
      },
    });
    const found = resolveContrast(design, asked);
    expect(found.ok && [...found.value.weights]).toEqual([0, 0, -0.5, 1]);
    expect(nameOfContrast({ name: "", asks: asked }, "en")).toBe("timeDay8 - 0.5 timeDay4");
  });

  test.each([
    [{ factor: "", of: ["Day8"], against: ["Day0"] }, "Choose the factor"],
    [{ factor: "tine", of: ["Day8"], against: ["Day0"] }, "The model has no factor tine. It has sex"],
    [{ factor: "time", of: ["Day9"], against: ["Day0"] }, "time has no group Day9"],
    [{ factor: "time", of: [], against: ["Day0"] }, "Choose at least one group of time"],
    [{ factor: "time", of: ["Day8"], against: ["Day8"] }, "Day8 stands on both sides"],
    [
      { factor: "time", of: ["Day8"], against: ["Day0"], within: [{ factor: "time", level: "Day4" }] },
      "time is what is compared",
    ],
    [
      {
        factor: "time",
        of: ["Day8"],
        against: ["Day0"],
        within: [{ factor: "sex", level: "M" }],
        less: [{ factor: "sex", level: "F" }],
      },
      "Fit the interaction first",
    ],
  ])("%j is refused: %s", (asked, says) => {
    const found = resolveContrast(design, asks(asked));
    expect(found.ok).toBe(false);
    if (!found.ok) expect(failureSentence(found.error, "en")).toContain(says);
  });

  test("a number is asked for by its coefficient, and one that is not there is refused", () => {
    const numbered = designOf("~ age + sex", ["(Intercept)", "age", "sexM"]);
    const found = resolveContrast(numbered, asks({ factor: "age", of: ["1"], against: ["2"] }));
    expect(!found.ok && failureSentence(found.error, "en")).toContain("its coefficient is the change a unit");
    const { asks: asked } = contrastSpec.parse({ asks: { by: "coefficients", weights: [{ coefficient: "agee", by: 1 }] } });
    const other = resolveContrast(numbered, asked);
    expect(!other.ok && failureSentence(other.error, "en")).toContain("It has age");
  });
});
