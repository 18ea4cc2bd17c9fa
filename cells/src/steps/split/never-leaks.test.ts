// A split never leaks, over random groups and times: rows that share a value of a column that stays together, directly or by others
// between them, are in one part; nothing that is learned from is as late as what is tried; and nothing goes without that need.

import { describe, expect, test } from "vitest";
import { integerColumn, numberColumn, tableOf, textColumn } from "../../artifacts/table.ts";
import type { JsonObject } from "../../base/json.ts";
import { type Random, seededRandom } from "../../stats/seeded-random.ts";
import { stepOn } from "../../testing/step-on-table.ts";

const order = ["train", "validation", "test"];
interface Drawn {
  readonly patient: readonly (string | null)[];
  readonly lab: readonly (string | null)[];
  readonly times: readonly (number | null)[];
}
function drawn(random: Random): Drawn {
  const rows = 20 + Math.floor(random() * 120);
  const of = <T>(most: number, missing: number, one: (at: number) => T): readonly (T | null)[] =>
    Array.from({ length: rows }, () => (random() < missing ? null : one(Math.floor(random() * most))));
  return {
    patient: of(3 + Math.floor(random() * rows), 0.1, (at) => `p${at}`),
    lab: of(3 + Math.floor(random() * rows), 0.5, (at) => `l${at}`),
    times: of(2 + Math.floor(random() * rows), 0.1, (at) => at),
  };
}
async function partsOf({ patient, lab, times }: Drawn, options: JsonObject) {
  const rows = Array.from({ length: patient.length }, (_, row) => row * 1.5);
  const table = tableOf(
    textColumn("patient", patient),
    textColumn("lab", lab),
    integerColumn("time", times),
    numberColumn("x", rows),
  );
  const answer = await stepOn(table, { verb: "split", ...options }).catch((error: unknown) => String(error));
  return typeof answer === "string" ? answer : answer.column("split").map(String);
}
/** Of each row the first of those that hang together with it, found by going from row to row until nothing is new. */
function units({ patient, lab }: Drawn): readonly number[] {
  const of = patient.map((_, row) => row);
  for (let changed = true; changed; ) {
    changed = false;
    for (const column of [patient, lab])
      for (const [row, value] of column.entries())
        for (const [other, same] of column.entries())
          if (value !== null && value === same && (of[row] as number) > (of[other] as number)) {
            of[row] = of[other] as number;
            changed = true;
          }
  }
  return of;
}

describe.each(Array.from({ length: 25 }, (_, at) => at + 1))("drawn with seed %i", (seed) => {
  const random = seededRandom(seed);
  const given = drawn(random);
  const unit = units(given);
  const shares = { test: 0.1 + 0.3 * random(), validation: random() < 0.5 ? 0 : 0.2 };
  const together = ["patient", "lab"];
  const partsByUnit = (parts: readonly string[]): ReadonlyMap<number, ReadonlySet<string>> => {
    const found = new Map<number, Set<string>>();
    for (const [row, part] of parts.entries())
      if (part !== "unused") found.set(unit[row] as number, (found.get(unit[row] as number) ?? new Set()).add(part));
    return found;
  };

  test("by chance, every row is in a part, and a unit in one", async () => {
    const parts = await partsOf(given, { ...shares, together, seed });
    if (typeof parts === "string") return expect(parts).toMatch(/none is left to learn from/);
    expect(parts.every((part) => order.includes(part))).toBe(true);
    for (const found of partsByUnit(parts).values()) expect(found.size).toBe(1);
  });

  test.each([[[]], [together]])(
    "by time, kept together by %j, nothing that is learned from is as late as what is tried",
    async (by) => {
      const parts = await partsOf(given, { ...shares, together: by, after: "time", seed });
      if (typeof parts === "string") return expect(parts).toMatch(/none is left to learn from|none are left/);
      const { times } = given;
      const used = parts.flatMap((part, row) =>
        part === "unused" ? [] : [{ part: order.indexOf(part), time: times[row], row }],
      );
      expect(used.every(({ time }) => time !== null)).toBe(true);
      for (const one of used)
        for (const other of used) if (one.part < other.part) expect(Number(one.time)).toBeLessThan(Number(other.time));
      if (by.length > 0) for (const found of partsByUnit(parts).values()) expect(found.size).toBe(1);
      // What is not used has no time, or hangs together with a row of another part of time.
      const cuts = order.map((_, part) =>
        Math.min(Number.POSITIVE_INFINITY, ...used.filter((one) => one.part === part).map(({ time }) => Number(time))),
      );
      for (const [row, part] of parts.entries()) {
        if (part !== "unused" || times[row] === null) continue;
        const mates =
          by.length === 0
            ? []
            : parts.flatMap((_, other) => (unit[other] === unit[row] && times[other] !== null ? [Number(times[other])] : []));
        expect(new Set(mates).size, `row ${row} goes (${cuts.join(", ")})`).toBeGreaterThan(1);
      }
    },
  );
});
