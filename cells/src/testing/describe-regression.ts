// The contract that every family of regressions keeps, as a test suite, run by regressions/regressions.test.ts for each family of the
// list. For tests only.

import { describe, expect, test } from "vitest";
import { z } from "zod";
import type { JsonObject } from "../base/json.ts";
import type { FittedRegression, RegressionData, RegressionFamily } from "../contract/regression-family.ts";
import { message, messageIfAny } from "../messages/catalogue.ts";
import { locales } from "../messages/locale.ts";
import { familySchema, loadFamilyWork, newFamily } from "../regressions.ts";
import { bareFields } from "./schema-fields.ts";

/** An outcome that goes up with a column, and is not told by it without exception. */
const usual: { readonly [outcome in RegressionFamily["outcome"]]: readonly number[] } = {
  number: [1.2, 0.3, 2.9, 2.2, 4.1, 3.6, 5.9, 4.4, 6.6, 7.9, 7.1, 9.3],
  two: [0, 0, 1, 0, 0, 1, 0, 1, 1, 0, 1, 1],
  counts: [0, 2, 1, 9, 2, 1, 14, 4, 3, 22, 8, 31],
  positive: [0.8, 1.9, 1.1, 2.8, 3.9, 2.2, 6.5, 4.1, 8.8, 7.2, 12.4, 10.1],
};
const n = 12;
const ones = new Float64Array(n).fill(1);
const slope = Float64Array.from({ length: n }, (_, at) => at);
const groups = Int32Array.from({ length: n }, (_, at) => Math.floor(at / 3));

const dataOf = (outcome: readonly number[]): RegressionData => ({
  columns: [ones, slope],
  intercept: true,
  outcome: Float64Array.from(outcome),
  offset: null,
  groups,
});

export function describeRegression(card: RegressionFamily): void {
  describe(`the family ${card.name} keeps the contract`, () => {
    const options = newFamily(card.name);

    test("its settings have titles, descriptions, defaults, and words for each choice in both languages", () => {
      const schema = z.toJSONSchema(card.schema, { io: "input", unrepresentable: "any" }) as JsonObject;
      expect(bareFields(schema)).toEqual([]);
      const fields = Object.keys(options).filter((field) => field !== "type");
      expect(card.settings.map(({ field }) => field)).toEqual(fields);
      for (const { field, choices } of card.settings)
        for (const key of ["title", "does", field, ...Object.values(choices ?? {})])
          for (const locale of locales) expect(messageIfAny(`${card.words.area}.${key}`, {}, locale), key).toBeTruthy();
      for (const { field, choices } of card.settings)
        for (const value of Object.keys(choices ?? {}))
          expect(card.schema.safeParse({ ...options, [field]: value }).success).toBe(true);
      expect(card.schema.safeParse({ ...options, noSuchField: 1 }).success).toBe(false);
    });

    test("coefficients with their covariance, tests, means, residuals, facts with words, and the call of R; the same again", async () => {
      const work = await loadFamilyWork(options);
      const fit = await work.fit(options, dataOf(usual[card.outcome]));
      if (typeof fit === "string" || "separated" in fit) throw new Error(JSON.stringify(fit));
      expect(fit.coefficients).toHaveLength(2);
      expect(fit.variance).toHaveLength(4);
      expect(fit.coefficients[1]).toBeGreaterThan(0);
      for (const row of [Float64Array.of(1, 0), Float64Array.of(0, 1)]) {
        expect(fit.df(row)).toBeGreaterThan(0);
        const together = fit.together?.([row]);
        if (together) expect(together.residualDf).toBeCloseTo(fit.df(row), 6);
      }
      for (const list of [fit.means, fit.standardised, fit.residuals, fit.leverages ?? ones, fit.cooks ?? ones]) {
        expect(list).toHaveLength(n);
        expect(list.every(Number.isFinite)).toBe(true);
      }
      for (const { key, value } of fit.facts) {
        expect(Number.isFinite(value), key).toBe(true);
        for (const locale of locales) expect(messageIfAny(`regressions.${key}`, {}, locale)).toBeTruthy();
      }
      expect(fit.pieces !== null).toBe(card.blocks === "clusters");
      await expectLikelihood(fit);
      expect(JSON.stringify(await work.fit(options, dataOf(usual[card.outcome])))).toBe(JSON.stringify(fit));
      const middle = work.mean(options, fit.coefficients[0] as number);
      expect(Number.isFinite(middle)).toBe(true);
      const lines = work.inR(options, { formula: "y ~ x", offset: null, block: "who" }).join("\n");
      expect(lines).toMatch(/fit <- .*y ~ x/);
      expect(lines).not.toMatch(/undefined|null/);
    });

    test("of an outcome that is the same everywhere, or not its own, it says why there is no answer", async () => {
      const work = await loadFamilyWork(options);
      const wrong = { number: [], two: [], counts: [-1, ...usual.counts.slice(1)], positive: [0, ...usual.positive.slice(1)] };
      for (const outcome of [usual.number.map(() => 1), wrong[card.outcome]]) {
        if (outcome.length === 0) continue;
        const answer = await work.fit(options, dataOf(outcome));
        expect(typeof answer, JSON.stringify(outcome)).toBe("string");
        for (const locale of locales) expect(message(`regressions.${String(answer)}` as never, {}, locale)).toMatch(/\.$/);
      }
    });

    test("its settings are read as the list reads them", () => {
      expect(familySchema.parse({ type: card.name })).toEqual(options);
    });
  });
}

async function expectLikelihood(fit: FittedRegression): Promise<void> {
  if (fit.deviance) expect(await fit.deviance([ones])).toBeGreaterThan(await fit.deviance([ones, slope]));
  const profile = fit.profile?.(1, 0.95);
  if (!profile) return;
  expect(profile.low).toBeLessThan(fit.coefficients[1] as number);
  expect(profile.high).toBeGreaterThan(fit.coefficients[1] as number);
}
