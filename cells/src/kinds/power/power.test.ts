// How many, how sure, how small: numbers as R's (stats/oracles/power.R), words in both languages, and what is refused.

import { describe, expect, test } from "vitest";
import type { Table } from "../../artifacts/artifact.ts";
import type { Json, JsonObject } from "../../base/json.ts";
import type { ExecuteContext } from "../../contract/execute.ts";
import { bodyOf } from "../../contract/report.ts";
import { failureSentence, sentenceIn } from "../../messages/catalogue.ts";
import { locales } from "../../messages/locale.ts";
import { sentencesIn } from "../../messages/sentence.ts";
import { powerReport } from "../../reports/power/report.ts";
import { designNames, designs } from "./designs.ts";
import { execute } from "./execute.ts";
import { nameOfField } from "./name-of-field.ts";
import { power as kind } from "./spec.ts";

const context = { valueOf: (field: Json) => field, log: () => undefined } as unknown as ExecuteContext;
const run = (spec: JsonObject) => execute(kind.schema.parse(spec), context);

async function answered(spec: JsonObject) {
  const result = await run(spec);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  const { report, out, curve } = result.value;
  if (report?.type !== "report" || out?.type !== "figure") throw new Error("a report and a figure were expected");
  const body = bodyOf(powerReport, { report: report.report, body: report.body as JsonObject });
  if (!body) throw new Error("the report has another form");
  for (const locale of locales)
    for (const sentence of sentencesIn(body.says as Json))
      expect(sentenceIn(sentence, locale)).not.toMatch(/undefined|NaN|\{\w+\}|power-cell/);
  return { body, out, curve: curve as Table };
}

test("how many are needed, as R's power.t.test, and no fewer would do", async () => {
  const { body, curve } = await answered({ design: { type: "t", difference: 1, deviation: 2 }, power: 0.9 });
  // power.t.test(delta = 1, sd = 2, power = .9, strict = TRUE): 85.03
  expect(body.n).toBe(86);
  expect(body.power).toBeGreaterThan(0.9);
  expect(body.inR).toEqual([
    'power.t.test(delta = 1, sd = 2, power = 0.9, sig.level = 0.05, type = "two.sample", strict = TRUE)',
  ]);
  expect(curve.columns.map(({ name }) => name)).toEqual(["n", "power"]);
  const [first] = sentencesIn(body.says as Json);
  expect(first && sentenceIn(first, "en")).toBe(
    "86 individuals in each group find a difference of 1 with a standard deviation of 2 in each group (d = 0.5) with a chance of 90.3 % (90 % was asked for) at p < 0.05.",
  );
});

test("with which chance, and how small an effect", async () => {
  const sure = await answered({ design: { type: "correlation", r: 0.3 }, solve: "power", n: 50 });
  // pwr.r.test(50, .3)
  expect(sure.body.power).toBeCloseTo(0.571555841860208, 9);
  const small = await answered({ design: { type: "t" }, solve: "effect", n: 20, power: 0.9 });
  // pwr.t.test(n = 20, power = .9)
  expect(small.body.settings["difference"]).toBeCloseTo(1.05199738293952, 4);
  // The side of what is set is kept.
  const less = await answered({ design: { type: "log-rank", ratio: 0.9 }, solve: "effect", n: 50 });
  expect(less.body.settings["ratio"]).toBeLessThan(1);
  expect((await answered({ design: { type: "rna-seq", fold: 4 }, solve: "power", n: 2, alpha: 0.001 })).body.says).toHaveLength(
    4,
  );
});

describe.each(designNames)("%s", (type) => {
  test("answers all three questions in both languages, and its fields have words", async () => {
    for (const solve of ["n", "power", "effect"]) {
      const { body, out } = await answered({ design: { type }, solve, n: 30 });
      expect(body.power).toBeGreaterThan(0.05);
      expect(out.marks).toBeGreaterThan(5);
      expect(body.inR.join()).not.toMatch(/undefined|NaN/);
    }
    for (const field of Object.keys(designs[type].fields))
      for (const locale of locales) expect(sentenceIn(nameOfField(type, field), locale)).not.toMatch(/power-cell/);
  });
});

test("an effect is on the side of what is set, and farther from nothing is what is found as well", async () => {
  const { body } = await answered({ design: { type: "t", difference: -2 }, solve: "effect", n: 20 });
  // pwr.t.test(n = 20, power = .8)
  expect(body.settings["difference"]).toBeCloseTo(-0.90912, 4);
  const [said] = sentencesIn(body.says as Json);
  expect(said && sentenceIn(said, "en")).toMatch(
    /^20 individuals in each group find a difference of .*, or what is farther from 0, /,
  );
  const hazards = await answered({ design: { type: "log-rank", ratio: 0.5 }, solve: "effect", n: 50 });
  const [told] = sentencesIn(hazards.body.says as Json);
  expect(told && sentenceIn(told, "en")).toContain("has the event, or what is farther from 1, with");
});

test.each([
  [{ alpha: 1.5 }, "not-between", ["alpha"]],
  [{ design: { type: "t", deviation: 0 } }, "not-above", ["design", "deviation"]],
  [{ design: { type: "t", difference: 0 } }, "nothing", ["design", "difference"]],
  [{ design: { type: "t", difference: 1e-9 } }, "never", ["design", "difference"]],
  [{ design: { type: "anova", groups: 2.5 } }, "not-whole", ["design", "groups"]],
  [{ design: { type: "proportions", first: 1.2 } }, "not-between", ["design", "first"]],
  [{ solve: "power", n: 1 }, "not-between", ["n"]],
  [{ power: 0.01 }, "not-between", ["power"]],
  [{ solve: "effect", n: 2, power: 0.99, design: { type: "proportions" } }, "no-effect", ["n"]],
])("%j is refused with what to do", async (spec, reason, at) => {
  const result = await run(spec as JsonObject);
  if (result.ok) throw new Error("it was not refused");
  expect(result.error.reason).toBe(`power-cell.${reason}`);
  expect(result.error.at).toEqual(at);
  for (const locale of locales) expect(failureSentence(result.error, locale)).not.toMatch(/undefined|NaN|\{\w+\}|power-cell/);
});
