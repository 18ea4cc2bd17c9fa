// The contract that every statistical test keeps, as a test suite, run by statistical-tests/statistical-tests.test.ts for each test of
// the list. For tests only.

import { describe, expect, test } from "vitest";
import { z } from "zod";
import type { JsonObject } from "../base/json.ts";
import type { ComparedData, Shape, StatisticalTest, TestOptions } from "../contract/statistical-test.ts";
import { message, messageIfAny } from "../messages/catalogue.ts";
import { locales } from "../messages/locale.ts";
import { loadWork, newTest } from "../statistical-tests.ts";
import { bareFields } from "./schema-fields.ts";

const of = (...values: readonly number[]): Float64Array => Float64Array.from(values);

function counted(shape: "counts" | "repeated-counts", counts: readonly (readonly number[])[]): ComparedData {
  const names = ["no", "yes"];
  return { shape, counts, rows: names.slice(0, counts.length), columns: names.slice(0, counts[0]?.length ?? 0) };
}
const nothing = [of(), of(1)];

/** Of each shape what can be tested, and what cannot: nothing, next to nothing, what does not vary. */
const usual: { readonly [shape in Shape]: ComparedData } = {
  groups: { shape: "groups", groups: [of(1, 2.5, 3, 7), of(4, 6.5, 8, 9, 11)] },
  repeats: { shape: "repeats", x: of(1, 4, 2, 8, 5), y: of(2, 6.5, 2.25, 11, 4) },
  columns: { shape: "columns", x: of(1, 4, 2, 8, 5), y: of(2, 6.5, 2.25, 11, 4) },
  counts: counted("counts", [
    [8, 3],
    [2, 9],
  ]),
  "repeated-counts": counted("repeated-counts", [
    [8, 3],
    [7, 9],
  ]),
};
const hopeless: { readonly [shape in Shape]: readonly ComparedData[] } = {
  groups: [
    [of(), of()],
    [of(1), of()],
    [of(2, 2), of(2, 2, 2)],
  ].map((groups) => ({ shape: "groups", groups })),
  repeats: nothing.map((x) => ({ shape: "repeats", x, y: x })),
  columns: [...nothing, of(3, 3, 3, 3)].map((x) => ({ shape: "columns", x, y: x })),
  counts: [[], [[3]]].map((counts) => counted("counts", counts)),
  "repeated-counts": [
    [],
    [[3]],
    [
      [3, 0],
      [0, 4],
    ],
  ].map((counts) => counted("repeated-counts", counts)),
};

export function describeTest(card: StatisticalTest): void {
  describe(`the test ${card.name} keeps the contract`, () => {
    const options = newTest(card.name);

    test("its settings have titles, descriptions, defaults, and words for each choice in both languages", () => {
      const schema = z.toJSONSchema(card.schema, { io: "input", unrepresentable: "any" }) as JsonObject;
      expect(bareFields(schema)).toEqual([]);
      const fields = Object.keys(options).filter((field) => field !== "type");
      expect(card.settings.map(({ field }) => field)).toEqual(fields);
      for (const { field, choices } of card.settings)
        for (const key of [field, ...Object.values(choices ?? {})])
          for (const locale of locales) expect(messageIfAny(`${card.words.area}.${key}`, {}, locale), key).toBeTruthy();
      for (const { field, choices } of card.settings)
        for (const value of Object.keys(choices ?? {}))
          expect(card.schema.safeParse({ ...options, [field]: value }).success).toBe(true);
      expect(card.schema.safeParse({ ...options, noSuchField: 1 }).success).toBe(false);
    });

    test.each(card.takes)("%s: a p value between 0 and 1 with its effect, the same again, and the call of R", async (shape) => {
      const work = await loadWork(options);
      const answer = work.answer({ options, data: usual[shape], confidence: 0.95 });
      if (typeof answer === "string") throw new Error(answer);
      expect(answer.p).toBeGreaterThan(0);
      expect(answer.p).toBeLessThanOrEqual(1);
      expect(answer.logP).toBeCloseTo(Math.log(answer.p), 9);
      expect(answer.effect !== undefined).toBe(card.effect !== null);
      for (const [value, interval] of [
        [answer.effect, answer.effectInterval],
        [answer.estimate, answer.interval],
      ] as const)
        if (value !== undefined && interval) {
          expect(interval[0]).toBeLessThanOrEqual(value);
          expect(interval[1]).toBeGreaterThanOrEqual(value);
        }
      expect(work.answer({ options, data: usual[shape], confidence: 0.95 })).toEqual(answer);
      const call = work.inR(options as TestOptions, { first: "d$x", second: "d$y", isExact: answer.isExact ?? null });
      expect(call).toContain("d$x");
      expect(call).not.toMatch(/undefined|null/);
    });

    test.each(card.takes)(
      "%s: of nothing, next to nothing and what does not vary it says why there is no answer",
      async (shape) => {
        const work = await loadWork(options);
        for (const data of hopeless[shape]) {
          const answer = work.answer({ options, data, confidence: 0.95 });
          expect(typeof answer, JSON.stringify(data)).toBe("string");
          for (const locale of locales)
            expect(message(`statistical-tests.${String(answer)}` as never, {}, locale)).toMatch(/\.$/);
        }
      },
    );
  });
}
