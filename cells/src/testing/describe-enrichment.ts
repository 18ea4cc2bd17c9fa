// The contract that every method keeps that asks sets of genes, as a test suite, run by enrichment/enrichment-methods.test.ts for each
// method of the list. For tests only.

import { describe, expect, test } from "vitest";
import { z } from "zod";
import type { JsonObject } from "../base/json.ts";
import type { EnrichmentMethod, TestedGenes } from "../contract/enrichment-method.ts";
import { loadEnrichment, newEnrichment } from "../enrichment-methods.ts";
import { messageIfAny } from "../messages/catalogue.ts";
import { locales } from "../messages/locale.ts";
import type { Sentence } from "../messages/sentence.ts";
import { bareFields } from "./schema-fields.ts";

const n = 60;
const of = (value: (at: number) => number): Float64Array => Float64Array.from({ length: n }, (_, at) => value(at));
const genes: TestedGenes = {
  names: Array.from({ length: n }, (_, at) => `g${at}`),
  change: of((at) => 3 - at / 10),
  statistic: of((at) => 5 - at / 6),
  p: of((at) => (at === 7 ? Number.NaN : (at + 1) / n)),
  adjusted: of((at) => (at < 9 ? 0.01 : 0.8)),
  listed: null,
  called: { change: "change", statistic: "stat", p: "p", adjusted: "padj" },
  column: () => null,
};
const nothing: TestedGenes = { ...genes, change: null, statistic: null, p: null, adjusted: null };
const sets = [Int32Array.of(0, 1, 2, 3, 4), Int32Array.of(10, 20, 30, 40, 50), Int32Array.of(54, 55, 56, 57, 58)];

export function describeEnrichment(card: EnrichmentMethod): void {
  describe(`the method ${card.name} keeps the contract`, () => {
    const options = newEnrichment(card.name);

    test("its settings have titles, descriptions and defaults; what the form shows has words in both languages", () => {
      const schema = z.toJSONSchema(card.schema, { io: "input", unrepresentable: "any" }) as JsonObject;
      expect(bareFields(schema)).toEqual([]);
      for (const { field, choices } of card.settings) {
        expect(Object.keys(options)).toContain(field);
        for (const key of [field, ...Object.values(choices ?? {})])
          for (const locale of locales) expect(messageIfAny(`${card.words.area}.${key}`, {}, locale), key).toBeTruthy();
        for (const value of Object.keys(choices ?? {}))
          expect(card.schema.safeParse({ ...options, [field]: value }).success).toBe(true);
      }
      expect(card.schema.safeParse({ ...options, noSuchField: 1 }).success).toBe(false);
      expect(card.columns).toContain(card.along.column);
    });

    test("each set has an answer for each side: p between 0 and 1, its numbers, its genes; the same again", async () => {
      const work = await loadEnrichment(options);
      const said: Sentence[] = [];
      const asked = work.ask(options, genes, (sentence) => void said.push(sentence));
      if (!asked.ok) throw new Error(asked.error.reason);
      let shares = 0;
      const pause = async (share: number): Promise<void> => {
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1);
        shares += 1;
      };
      const task = { options, asked: asked.value, sets, pause };
      const { answers } = await work.answer(task);
      expect(answers).toHaveLength(sets.length * asked.value.sides.length);
      expect(shares).toBeGreaterThanOrEqual(sets.length);
      for (const { p, numbers, genes: own, set } of answers) {
        expect(p).toBeGreaterThan(0);
        expect(p).toBeLessThanOrEqual(1);
        expect(numbers).toHaveLength(card.columns.length);
        for (const place of own) expect(sets[set]).toContain(place);
      }
      expect((await work.answer(task)).answers).toEqual(answers);
      const [high, spread] = answers;
      expect(high?.p).toBeLessThan(spread?.p ?? 0);
      const calls = work
        .inR(options, { genes, gene: "Gene name", columns: { set: "set", gene: "gene" }, smallest: 10, largest: 500 })
        .join("\n");
      expect(calls).not.toMatch(/undefined|null|NaN|\$/);
      expect(calls).toContain('genes[["Gene name"]]');
    });

    test("it ends where the run is cancelled", async () => {
      const work = await loadEnrichment(options);
      const asked = work.ask(options, genes, () => undefined);
      if (!asked.ok) throw new Error(asked.error.reason);
      const pause = () => Promise.reject(new Error("cancelled"));
      await expect(work.answer({ options, asked: asked.value, sets, pause })).rejects.toThrow("cancelled");
    });

    test("of a table that says nothing of its genes it says what is missing", async () => {
      const work = await loadEnrichment(options);
      const asked = work.ask(options, nothing, () => undefined);
      expect(asked.ok).toBe(false);
      if (!asked.ok) for (const locale of locales) expect(messageIfAny(asked.error.reason, {}, locale)).toMatch(/\.$/);
    });
  });
}
