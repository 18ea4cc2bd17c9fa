// Rows by conditions: what pandas answers for the same question, and refusals that say what would be understood.

import { expect, test } from "vitest";
import type { Table } from "../artifacts/artifact.ts";
import { booleanColumn, integerColumn, numberColumn, tableOf, textColumn } from "../artifacts/table.ts";
import { failureSentence } from "../messages/catalogue.ts";
import { mayHold, type RowCondition, rowsThatHold } from "./row-filter.ts";

const table: Table = tableOf(
  numberColumn("x", [1.5, null, -2, Number.NaN, Number.POSITIVE_INFINITY, 3]),
  integerColumn("n", [1, 2, 3, null, 5, 6]),
  booleanColumn("is", [true, false, null, true, false, true]),
  textColumn("sex", ["f", "m", null, "f", "", "M"]),
  textColumn("day", ["2026-01-01", "2026-01-02", null, "2026-02-01", "2025-12-31", "2026-01-02"]),
  textColumn("at", [
    "2026-01-01T05:00Z",
    "2026-01-01T05:30+01:00",
    null,
    "2026-01-01T06:00:00Z",
    "2026-01-01T00:00-08:00",
    "2026-01-02T00:00Z",
  ]),
);
const ask = (...conditions: RowCondition[]) => {
  const found = rowsThatHold(conditions, table, [0, 1, 2, 3, 4, 5]);
  return found.ok ? found.value : failureSentence(found.error, "en");
};

test.each<[RowCondition, readonly number[]]>([
  [{ column: "x", is: "<", value: 3 }, [0, 2]],
  [{ column: "x", is: "<=", value: 3 }, [0, 2, 5]],
  [{ column: "x", is: ">", value: 1.5 }, [4, 5]],
  [{ column: "x", is: ">=", value: "Infinity" }, [4]],
  [{ column: "x", is: "!=", value: 3 }, [0, 2, 4]],
  [{ column: "x", is: "between", value: [-2, 1.5] }, [0, 2]],
  // A number that is none is missing.
  [{ column: "x", is: "missing" }, [1, 3]],
  [{ column: "n", is: "in", value: [1, 6, 9] }, [0, 5]],
  [{ column: "n", is: "not-in", value: [1, 6] }, [1, 2, 4]],
  [{ column: "n", is: "not-missing" }, [0, 1, 2, 4, 5]],
  [{ column: "is", is: "=", value: true }, [0, 3, 5]],
  [{ column: "is", is: "!=", value: true }, [1, 4]],
  [{ column: "sex", is: "=", value: "f" }, [0, 3]],
  [{ column: "sex", is: "=", value: "" }, [4]],
  [{ column: "sex", is: "not-in", value: ["f", "m"] }, [4, 5]],
  [{ column: "day", is: ">=", value: "2026-01-02" }, [1, 3, 5]],
  [{ column: "day", is: "between", value: ["2026-01-01", "2026-01-02"] }, [0, 1, 5]],
  // Instants with zones are compared as the moments that they are: 04:30, 06:00 and 08:00 of one day.
  [{ column: "at", is: "<", value: "2026-01-01T05:00Z" }, [1]],
  [{ column: "at", is: "between", value: ["2026-01-01T06:00Z", "2026-01-01T08:00Z"] }, [3, 4]],
])("%o", (condition, rows) => expect(ask(condition)).toEqual(rows));

test("all conditions hold together, in the order of the rows asked for", () => {
  const both: RowCondition[] = [
    { column: "n", is: ">", value: 1 },
    { column: "day", is: ">", value: "2025-12-31" },
  ];
  const found = rowsThatHold(both, table, [5, 3, 1, 0]);
  expect(found).toEqual({ ok: true, value: [5, 1] });
});

test.each<[RowCondition, RegExp]>([
  [{ column: "weight", is: "=", value: 1 }, /no column weight. They have: x, n, is, sex, day, at/],
  [{ column: "n", is: "<", value: "40" }, /holds numbers, and “40” is none. Write it without quotes/],
  [{ column: "n", is: "<" }, /n < wants one text, number/],
  [{ column: "n", is: "between", value: [1] }, /wants two, \[lowest, highest\]/],
  [{ column: "n", is: "in", value: 1 }, /wants a list/],
  [{ column: "n", is: "missing", value: 1 }, /wants nothing/],
  [{ column: "is", is: "<", value: true }, /ask with = or != instead of </],
  [{ column: "is", is: "=", value: 1 }, /holds true and false/],
  [{ column: "sex", is: "=", value: 1 }, /holds texts, and 1 is none/],
  [{ column: "sex", is: "<", value: "m" }, /4 of 4 values of it are texts that are no times/],
  [{ column: "day", is: "<", value: "soon" }, /holds times, and “soon” is none/],
  [
    { column: "day", is: "<", value: "2026-01-01T00:00Z" },
    /holds dates, and what it is compared with is of the sort times with a zone/,
  ],
])("%o is refused in words", (condition, says) => expect(ask(condition)).toMatch(says));

test("a part of a file is left out only where none of its rows can hold it", () => {
  const numbers = { column: "x", least: 10, most: 20 };
  const asked = (is: RowCondition["is"], value?: RowCondition["value"]) =>
    mayHold({ column: "x", is, ...(value === undefined ? {} : { value }) }, numbers);
  expect([asked("<", 10), asked("<=", 10), asked(">", 20), asked(">=", 20)]).toEqual([false, true, false, true]);
  expect([asked("=", 15), asked("=", 9), asked("in", [1, 20]), asked("in", [1, 2])]).toEqual([true, false, true, false]);
  expect([asked("between", [21, 30]), asked("between", [1, 10]), asked("!=", 15), asked("missing")]).toEqual([
    false,
    true,
    true,
    true,
  ]);
  const texts = { column: "id", least: "p10", most: "p19" };
  expect(mayHold({ column: "id", is: "=", value: "p2" }, texts)).toBe(false);
  expect(mayHold({ column: "id", is: "in", value: ["p2", "p15"] }, texts)).toBe(true);
  // By code point, as UTF-8 orders them: an emoji is above what UTF-16 calls greater.
  expect(mayHold({ column: "id", is: "=", value: "😀" }, { column: "id", least: "a", most: "～" })).toBe(false);
  expect(mayHold({ column: "x", is: "=", value: 1 }, { column: "x", least: null, most: null })).toBe(true);
});
