// What a recipe promises of its answer, held against tables; numbers counted by hand.

import { expect, test } from "vitest";
import { booleanColumn, integerColumn, numberColumn, tableOf, textColumn } from "../artifacts/table.ts";
import type { RecipeTest } from "../contract/recipe-file.ts";
import { sentenceIn } from "../messages/catalogue.ts";
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
