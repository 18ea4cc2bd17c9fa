// The contract that every method of clustering keeps, as a test suite, run by clustering/clustering.test.ts for each method of the
// list. For tests only.

import { describe, expect, test } from "vitest";
import { z } from "zod";
import type { JsonObject } from "../base/json.ts";
import { loadClusterWork, newClusterMethod } from "../cluster-methods.ts";
import type { ClusterMethod, PointRows } from "../contract/cluster-method.ts";
import { messageIfAny } from "../messages/catalogue.ts";
import { locales } from "../messages/locale.ts";
import { adjustedRand } from "./adjusted-rand.ts";
import { seededRandom } from "../stats/seeded-random.ts";
import { bareFields } from "./schema-fields.ts";

/** Three clouds far from each other. */
function clouds(): { readonly points: PointRows; readonly truth: readonly number[] } {
  const random = seededRandom(8);
  const truth = Array.from({ length: 60 }, (_, row) => row % 3);
  const values = Float64Array.from(truth.flatMap((group) => [random() + 8 * group, random() - 8 * (group % 2)]));
  return { points: { values, rows: 60, width: 2 }, truth };
}

export function describeClusterMethod(card: ClusterMethod): void {
  describe(`the method ${card.name} keeps the contract`, () => {
    const options = newClusterMethod(card.name);
    const task = { options, seed: 1, most: 5, pause: () => undefined };

    test("its settings have titles, descriptions, defaults, and words for each choice in both languages", () => {
      const schema = z.toJSONSchema(card.schema, { io: "input", unrepresentable: "any" }) as JsonObject;
      expect(bareFields(schema)).toEqual([]);
      const fields = Object.keys(options).filter((field) => field !== "type" && field !== card.turned);
      expect(card.settings.map(({ field }) => field).sort()).toEqual(fields.sort());
      expect(new Map(Object.entries(options)).get(card.turned)).toBeNull();
      for (const { field, choices } of card.settings)
        for (const key of [field, ...Object.values(choices ?? {})])
          for (const locale of locales) expect(messageIfAny(`${card.words.area}.${key}`, {}, locale), key).toBeTruthy();
      for (const { field, choices } of card.settings)
        for (const value of Object.keys(choices ?? {}))
          expect(card.schema.safeParse({ ...options, [field]: value }).success).toBe(true);
      expect(card.schema.safeParse({ ...options, noSuchField: 1 }).success).toBe(false);
    });

    test("it finds three clouds, the same with the same seed, and says the call of R", async () => {
      const work = await loadClusterWork(options);
      const { points, truth } = clouds();
      const begun = await work.begin({ ...task, points });
      if (!begun.ok) throw new Error(JSON.stringify(begun.error));
      const value = card.turned === "k" ? 3 : (begun.value.usual ?? Number.NaN);
      // A number of clusters is asked of k; a resolution or a distance may part one cloud, and never joins two.
      const found = await begun.value.at(card.turned === "resolution" ? 0.1 : value);
      expect(adjustedRand(found.labels, truth)).toBeGreaterThan(card.turned === "eps" ? 0.6 : 0.99);
      const again = await work.begin({ ...task, points });
      if (!again.ok) throw new Error(JSON.stringify(again.error));
      expect(await again.value.at(card.turned === "resolution" ? 0.1 : value)).toEqual(found);
      const calls = work.inR(options, { value, seed: 1 }).join("\n");
      expect(calls).toContain("x");
      expect(calls).not.toMatch(/undefined|null|NaN/);
    });

    test("of equal rows, three rows and one column there is an answer or a reason", async () => {
      const work = await loadClusterWork(options);
      for (const points of [
        { values: new Float64Array(12), rows: 6, width: 2 },
        { values: Float64Array.of(1, 2, 9), rows: 3, width: 1 },
      ]) {
        const begun = await work.begin({ ...task, points });
        if (!begun.ok) continue;
        for (const value of begun.value.candidates) {
          const { labels } = await begun.value.at(value);
          expect(labels).toHaveLength(points.rows);
          expect(labels.every((label) => label >= -1 && label < points.rows)).toBe(true);
        }
      }
    });

    test("it stops when its pause says so", async () => {
      const work = await loadClusterWork(options);
      const random = seededRandom(1);
      const points = { values: Float64Array.from({ length: 4000 }, () => random()), rows: 800, width: 5 };
      const stop = () => {
        throw new Error("stopped");
      };
      await expect(
        (async () => {
          const begun = await work.begin({ ...task, points, pause: stop });
          if (begun.ok) await begun.value.at(begun.value.candidates.at(-1) ?? 1);
        })(),
      ).rejects.toThrow("stopped");
    });
  });
}
