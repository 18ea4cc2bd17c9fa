// What a recipe promises of its answer, held against tables; numbers counted by hand.

import { expect, test } from "vitest";
import { booleanColumn, integerColumn, numberColumn, tableOf, textColumn } from "../artifacts/table.ts";
import type { RecipeTest } from "../contract/recipe-file.ts";
import { sentenceIn } from "../messages/catalogue.ts";
import { momentIn } from "./freshness.ts";
import { brokenPromises } from "./recipe-tests.ts";

const table = tableOf(
  textColumn("id", ["a", "b", "b", null, "c", "b"]),
  numberColumn("age", [1, -5, 130, null, Number.POSITIVE_INFINITY, 80]),
  integerColumn("n", [1, 2, 3, 4, 5, 6]),
  booleanColumn("is", [true, false, null, null, null, true]),
  textColumn("__proto__", ["f", "m", "f", "x", null, "constructor"]),
);
const broken = (...tests: RecipeTest[]) =>
  brokenPromises(tests, table).map(({ n, of, said }) => [n, of, sentenceIn(said, "en")] as const);

test.each<[RecipeTest, readonly [number, number, RegExp] | null]>([
  [{ rule: "range", column: "age", least: 0, most: 120 }, [3, 5, /^age: 3 of 5 values lie outside 0 to 120$/]],
  [{ rule: "range", column: "age", least: null, most: 120 }, [2, 5, /up to 120/]],
  [{ rule: "range", column: "age", least: -5, most: null }, null],
  [{ rule: "range", column: "n", least: 1, most: 6 }, null],
  [{ rule: "range", column: "id", least: 1, most: 6 }, [6, 6, /id holds no numbers/]],
  [{ rule: "unique", column: "id" }, [3, 5, /^id: 3 of 5 values stand there more than once/]],
  [{ rule: "unique", column: "n" }, null],
  [{ rule: "missing", column: "is", most: 0.5 }, null],
  [{ rule: "missing", column: "is", most: 0.49 }, [3, 6, /3 of 6 are missing, 50 %, and it promises 49 % at most/]],
  [{ rule: "levels", column: "is", levels: ["true", "false"] }, null],
  [{ rule: "levels", column: "__proto__", levels: ["f", "m"] }, [2, 5, /2 of 5 values are none of the 2/]],
  [{ rule: "levels", column: "n", levels: ["1", "2", "3", "4", "5"] }, [1, 6, /1 of 6/]],
  [{ rule: "unique", column: "gone" }, [6, 6, /“gone” is not there, and this recipe promises each value once/]],
])("%o", (promise, expected) => {
  const found = broken(promise);
  if (expected === null) expect(found).toEqual([]);
  else expect(found).toEqual([[expected[0], expected[1], expect.stringMatching(expected[2])]]);
});

test("of no rows all hold but that a column is there", () => {
  const none = tableOf(textColumn("id", []));
  expect(
    brokenPromises(
      [
        { rule: "missing", column: "id", most: 0 },
        { rule: "unique", column: "id" },
      ],
      none,
    ),
  ).toEqual([]);
  expect(brokenPromises([{ rule: "unique", column: "x" }], none)).toHaveLength(1);
});

test("no sentence quotes a value", () => {
  for (const [, , said] of broken(
    { rule: "levels", column: "__proto__", levels: ["f"] },
    { rule: "unique", column: "id" },
    { rule: "range", column: "age", least: 0, most: 100 },
  ))
    expect(said).not.toMatch(/130|-5|constructor|Infinity/);
});

const dated = tableOf(
  textColumn("day", ["2026-01-01", null, "2026-01-20", "2027-03-01"]),
  textColumn("at", ["2026-01-20T10:00Z", "2026-01-01T00:00+02:00", null, null]),
  textColumn("clock", ["2026-01-20T10:00", null, null, null]),
  integerColumn("year", [2025, 2026, 2026, null]),
  textColumn("none", [null, null, null, null]),
);

test.each<[string, number, "hours" | "days", string, RegExp | null]>([
  // Days are counted as days against a day.
  ["day", 10, "days", "2026-01-30", null],
  [
    "day",
    9,
    "days",
    "2026-01-30",
    /^day: none of its 3 times lies within 9 days before 2026-01-30, as it promises; 1 of them lie ahead/,
  ],
  // Against an instant a day is counted to its end, in the westernmost zone: it is called old only where it is.
  ["day", 1, "days", "2026-01-22T11:59Z", null],
  ["day", 1, "days", "2026-01-22T12:01Z", /within 1 day before 2026-01-22T12:01:00Z/],
  ["at", 2, "hours", "2026-01-20T12:00Z", null],
  ["at", 2, "hours", "2026-01-20T12:01Z", /^at: none of its 2 times lies within 2 hours before 2026-01-20T12:01:00Z/],
  ["clock", 1, "hours", "2026-01-20T22:59Z", null],
  ["clock", 1, "hours", "2026-01-20T23:01Z", /clock: none of its 1 times/],
  ["year", 400, "days", "2026-01-20", /^year holds no times of a calendar/],
  ["none", 400, "days", "2026-01-20", /^none: none of its 0 times/],
])("%s is fresh within %i %s of %s or not", (column, most, unit, asked, says) => {
  const at = momentIn(asked);
  const found = brokenPromises([{ rule: "fresh", column, most, unit }], dated, at).map(({ said }) => sentenceIn(said, "en"));
  expect(found).toEqual(says === null ? [] : [expect.stringMatching(says)]);
  expect(brokenPromises([{ rule: "fresh", column, most, unit }], dated)).toEqual([]);
});
