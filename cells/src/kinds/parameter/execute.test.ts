// The parameter's rules: every control takes what it should and says why it refuses the rest.

import { expect, test } from "vitest";
import type { ArtifactSummary } from "../../artifacts/artifact.ts";
import type { CellId, Digest } from "../../base/ids.ts";
import type { Json, JsonObject } from "../../base/json.ts";
import { failureSentence } from "../../messages/catalogue.ts";
import { executeInline } from "./execute.ts";
import { parameter, type ParameterSpec, valueInWords } from "./spec.ts";

const table: ArtifactSummary = {
  type: "table",
  shape: [10, 2],
  columns: [
    { name: "sex", type: "text" },
    { name: "age", type: "float64" },
  ],
};
const matrix: ArtifactSummary = { type: "assay", shape: [100, 22], columns: table.columns ?? [] };

function answer(control: JsonObject, value: Json, source: ArtifactSummary | null = null) {
  const spec = parameter.schema.parse({ control, value, from: source ? { ref: "cell_a" } : null }) as ParameterSpec;
  const result = executeInline(spec, {
    output: () => (source ? { digest: "d" as Digest, summary: source } : null),
    named: () => null,
    valueOf: (field) => field as Json,
  });
  return result.ok ? (result.value["out"] as { value: Json }).value : failureSentence(result.error, "en");
}

test("every control answers a value that fits it", () => {
  expect(answer({ type: "number", min: 0 }, 2)).toBe(2);
  expect(answer({ type: "slider", min: 0, max: 10 }, 10)).toBe(10);
  expect(answer({ type: "range", min: 0, max: 10 }, [1, 2])).toEqual([1, 2]);
  expect(answer({ type: "choice", options: ["a", "b"] }, "b")).toBe("b");
  expect(answer({ type: "choices", options: ["a", "b"] }, ["a"])).toEqual(["a"]);
  expect(answer({ type: "text" }, "x")).toBe("x");
  expect(answer({ type: "date" }, "2026-02-28")).toBe("2026-02-28");
  expect(answer({ type: "toggle" }, false)).toBe(false);
  expect(answer({ type: "column" }, "sex", table)).toBe("sex");
  expect(answer({ type: "feature" }, "Xist", matrix)).toBe("Xist");
  expect(answer({ type: "sample" }, "GSM1", matrix)).toBe("GSM1");
  expect(answer({ type: "selection" }, { x: [1, 2] }, { type: "figure", shape: [3] })).toEqual({ x: [1, 2] });
});

test("a value that does not fit is refused in a sentence", () => {
  expect(answer({ type: "number", min: 5 }, 2)).toBe("2 is below the lowest value that is allowed, 5.");
  expect(answer({ type: "range", min: 0, max: 10 }, [3, 1])).toContain("Put the lower end first");
  expect(answer({ type: "choice", options: ["a", "b"] }, "c")).toBe("“c” is not one of the options: a, b. Choose one of them.");
  expect(answer({ type: "date" }, "2026-02-30")).toContain("is not a date");
  expect(answer({ type: "column" }, "sexx", table)).toBe("There is no column “sexx”. Near: sex.");
  expect(answer({ type: "column", numbersOnly: true }, "sex", table)).toContain("does not hold numbers");
  expect(answer({ type: "feature" }, "Xist", table)).toContain("picked from a matrix, not from a table");
  expect(answer({ type: "toggle" }, "yes")).toContain("neither on nor off");
  expect(answer({ type: "selection" }, { x: [1, { a: 1 }] })).toContain("is not a selection");
  expect(answer({ type: "selection" }, { lasso: [[1, 2]] })).toContain("a lasso of 3 to");
  expect(answer({ type: "selection" }, { x: [1, 2] }, { type: "report", shape: [] })).toContain("A selection is made in a chart");
});

test("a selection is said in words, in both languages", () => {
  const control = { type: "selection" as const, by: "area" as const };
  const lasso = {
    lasso: [
      [0, 0],
      [2, 0.5],
      [1, 3],
    ],
  } as unknown as Json;
  expect(valueInWords(lasso, { control }, "en")).toBe("lasso with 3 corners, x 0 – 2, y 0 – 3");
  expect(valueInWords({ x: [1, null] }, { control }, "ru")).toBe("x 1 – …");
  expect(valueInWords({ names: ["a", "b", "c", "d", "e"] }, { control }, "en")).toBe("5 names: a, b, c, d …");
  expect(valueInWords({ points: [] }, { control }, "en")).toBe("nothing selected");
});

test("points that were picked one by one tell of individuals; a lasso that a hand drew does not", () => {
  const told = (value: Json) =>
    parameter.discloses({
      spec: parameter.schema.parse({ control: { type: "selection" }, from: { ref: "cell_a" }, value }) as ParameterSpec,
      port: "out",
      artifact: { type: "value", value },
      columns: null,
      valueOf: () => undefined,
    })?.behind.of;
  expect(told({ points: [[1, 2]] })).toBe("individuals");
  expect(told({ names: ["p7"] })).toBe("individuals");
  expect(
    told({
      lasso: [
        [0, 0],
        [2, 1],
        [1, 3],
      ],
    }),
  ).toBe("nobody");
});

test("what is missing is named: the source first, then the value", () => {
  const missing = (spec: JsonObject) => parameter.missing(parameter.schema.parse(spec) as ParameterSpec);
  expect(missing({ control: { type: "feature" } })).toBe("from");
  expect(missing({ control: { type: "feature" }, from: { ref: "cell_a" } })).toBe("value");
  expect(missing({ control: { type: "selection" }, from: { ref: "cell_a" } })).toBeNull();
});

test("label and scope change no key", () => {
  const key = (spec: JsonObject) => JSON.stringify(parameter.keySpec?.(parameter.schema.parse(spec) as ParameterSpec, () => ""));
  expect(key({ value: 1, label: "a", scope: "personal" })).toBe(key({ value: 1 }));
});

test("a value in words carries its unit and its language", () => {
  const control = { type: "slider" as const, min: 0, max: 1, step: 0.1, unit: "CPM" };
  expect(valueInWords(0.5, { control }, "ru")).toBe("0,5\u202fCPM");
  expect(valueInWords([1, 12000] as unknown as Json, { control: { ...control, type: "range" } }, "en")).toBe(
    "1 – 12\u2009000\u202fCPM",
  );
  expect(
    parameter.words(
      parameter.schema.parse({ control: { type: "feature" }, from: { ref: "c" as CellId }, value: "Xist" }) as ParameterSpec,
      { locale: "en", nameOf: () => "kept", summaryOf: () => null },
    ),
  ).toBe("Xist, a feature of kept; shared");
});
