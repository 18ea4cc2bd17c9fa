// Parts of dates: pandas 1.5.3 (DatetimeIndex, isocalendar), whose weekdays are counted from 0.

import { expect, test } from "vitest";
import { tableOf, textColumn } from "../../artifacts/table.ts";
import { answeredNumbers } from "../../testing/reference-tables.ts";
import { stepOn } from "../../testing/step-on-table.ts";

const dates = ["1999-12-31", "2000-02-29", "2024-03-01", "2026-11-30", "1970-01-01", "2021-01-03"];
test.each(["year", "quarter", "month", "week", "day", "weekday", "day-of-year"])("%s is pandas'", async (part) => {
  const { column } = await stepOn(tableOf(textColumn("d", dates)), { verb: "date-parts", columns: ["d"], parts: [part] });
  const wanted = answeredNumbers("dates", part.replaceAll("-", ""));
  expect(column(`d_${part.replaceAll("-", "_")}`)).toEqual(part === "weekday" ? wanted.map((day) => day + 1) : wanted);
});
test("December is beside January, and noon is opposite midnight", async () => {
  const table = tableOf(textColumn("d", ["2026-01-15T00:00", "2026-12-15T12:00:00.5+03:00"]));
  const { column } = await stepOn(table, { verb: "date-parts", columns: ["d"], parts: ["month-cycle", "hour-cycle"] });
  expect(column("d_month_sin")).toEqual([0, expect.closeTo(-0.5, 12)]);
  expect(column("d_month_cos")).toEqual([1, expect.closeTo(Math.sqrt(3) / 2, 12)]);
  expect(column("d_hour_cos")).toEqual([1, -1]);
});
test("what is no date has no parts, and is told", async () => {
  const texts = [
    "2026-02-29",
    "31.03.2026",
    "3/4/2026",
    "2026-13-01",
    "2026-00-10",
    "2026-01-01T25:00",
    "2026-01",
    "n/a",
    null,
    "2026-01-01",
  ];
  const { column, said } = await stepOn(tableOf(textColumn("d", texts)), {
    verb: "date-parts",
    columns: ["d"],
    parts: ["year", "hour"],
  });
  expect(column("d_year")).toEqual([...Array.from({ length: 9 }, () => null), 2026]);
  expect(column("d_hour")).toEqual(Array.from({ length: 10 }, () => null));
  expect(said).toEqual([expect.stringMatching(/^Step 1: 8 values of d are no date/)]);
});
test("parts of a date of birth are closed as it is", async () => {
  const table = tableOf(textColumn("born", ["1950-05-05"], { semantic: "birth-date" }));
  const made = await stepOn(table, { verb: "date-parts", columns: ["born"], parts: ["day-of-year"] });
  expect(made.table.columns[1]).toMatchObject({ name: "born_day_of_year", semantic: "birth-date" });
});
