// The contract that every way to draw a map keeps, as a test suite, run by embeddings/embeddings.test.ts for each of the list. For tests
// only.

import { describe, expect, test } from "vitest";
import { z } from "zod";
import type { JsonObject } from "../base/json.ts";
import type { Embedding, EmbeddingTask } from "../contract/embedding.ts";
import { loadWork, newEmbedding } from "../embeddings.ts";
import { message } from "../messages/catalogue.ts";
import { locales } from "../messages/locale.ts";
import { seededRandom } from "../stats/seeded-random.ts";
import { bareFields } from "./schema-fields.ts";

const width = 4;
const pause = async (): Promise<void> => undefined;

/** Two groups of rows, the first half and the second. */
function grouped(rows: number): Omit<EmbeddingTask, "options"> {
  const random = seededRandom(3);
  const values = Float64Array.from({ length: rows * width }, (_, at) => (at < (rows * width) / 2 ? 0 : 20) + random());
  const components = Float64Array.from({ length: rows }, (_, row) => (row < rows / 2 ? -20 : 20) + random());
  return { values, rows, width, components, count: 1, pause };
}

export function describeEmbedding(card: Embedding): void {
  describe(`the map ${card.name} keeps the contract`, () => {
    // As few neighbours as forty rows have.
    const options = { ...newEmbedding(card.name), ...(card.name === "tsne" ? { perplexity: 8, iterations: 500 } : {}) };

    test("its settings have titles, descriptions and defaults, and no others are taken", () => {
      const schema = z.toJSONSchema(card.schema, { io: "input", unrepresentable: "any" }) as JsonObject;
      expect(bareFields(schema)).toEqual([]);
      expect(card.schema.safeParse({ ...options, noSuchField: 1 }).success).toBe(false);
      for (const locale of locales)
        for (const key of ["title", "does"] as const) expect(card.words.say(key, {}, locale)).not.toBe("");
    });

    test("rows of one group stand twice as near to each other as to the other group; the same again has the same bytes", async () => {
      const work = await loadWork(options);
      const task = { ...grouped(40), options };
      const found = await work.place(task);
      if (!found.ok) throw new Error(message(found.error.reason, found.error.params, "en"));
      const { points, axes } = found.value;
      expect(points.length).toBe(40 * axes);
      const apart = (a: number, b: number): number =>
        Math.hypot(
          ...Array.from({ length: axes }, (_, k) => (points[a * axes + k] as number) - (points[b * axes + k] as number)),
        );
      let [within, between] = [0, 0];
      for (let row = 1; row < 20; row++) {
        within += apart(0, row);
        between += apart(0, 20 + row);
      }
      expect(within).toBeLessThan(between / 2);
      expect(await work.place(task)).toEqual(found);
      expect(work.inR(options, found.value.facts)).not.toMatch(/undefined|null|NaN/);
    });

    test("two rows are refused in words", async () => {
      const work = await loadWork(options);
      const found = await work.place({ ...grouped(2), options });
      if (found.ok) throw new Error("it was drawn");
      for (const locale of locales) expect(message(found.error.reason, found.error.params, locale)).toMatch(/\.$/u);
    });

    test("it places new rows where it says so, and they come to their group", async () => {
      const work = await loadWork(options);
      expect(work.placeNew !== undefined).toBe(card.placesNew);
      if (!work.placeNew) return;
      const { values } = grouped(40);
      const found = await work.place({ ...grouped(40), options });
      if (!found.ok) throw new Error("it was not drawn");
      const { points, axes } = found.value;
      const task = { options, known: values, places: points, axes, more: 2, width, pause };
      const placed = await work.placeNew({ ...task, values: Float64Array.of(0.5, 0.5, 0.5, 0.5, 20.5, 20.5, 20.5, 20.5) });
      const near = (row: number, known: number): number =>
        Math.hypot(
          (placed[row * axes] as number) - (points[known * axes] as number),
          (placed[row * axes + 1] as number) - (points[known * axes + 1] as number),
        );
      expect(near(0, 5)).toBeLessThan(near(0, 35));
      expect(near(1, 35)).toBeLessThan(near(1, 5));
    });
  });
}
