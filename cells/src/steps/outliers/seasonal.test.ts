// Values far from trend and season of their series, with planted faults (stats/oracles/stl.py): all that statsmodels' STL(robust=True)
// finds by its residuals are found, and fewer others, in whatever order the rows stand.

import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { numberColumn, tableOf, textColumn } from "../../artifacts/table.ts";
import { stepOn } from "../../testing/step-on-table.ts";

interface Answer {
  readonly period: number;
  readonly planted: readonly number[];
  readonly values: readonly number[];
  readonly flags: readonly number[];
}
const answers: { readonly [series: string]: Answer } = JSON.parse(
  readFileSync(path.resolve(import.meta.dirname, "../../stats/oracles/stl.json"), "utf8"),
);
const two = (n: number): string => String(n).padStart(2, "0");
const timeOf: { readonly [series: string]: (at: number) => string } = {
  daily: (at) => new Date(Date.UTC(2024, 0, 1 + at)).toISOString().slice(0, 10),
  hourly: (at) => new Date(Date.UTC(2024, 2, 30, at)).toISOString().slice(0, 16),
  monthly: (at) => `${2018 + Math.floor(at / 12)}-${two((at % 12) + 1)}`,
};
const rule = (more: object = {}) => ({ by: "seasonal", time: "t", ...more });
const options = (more: object) => ({ verb: "outliers", columns: ["x"], ...more });

/** Rows in another order than that of the times. */
function shuffled(name: string) {
  const { values } = answers[name] as Answer;
  const order = values.map((_, at) => at).toSorted((a, b) => ((a * 7919) % 997) - ((b * 7919) % 997) || a - b);
  const table = tableOf(
    textColumn(
      "t",
      order.map((at) => timeOf[name]?.(at) ?? ""),
    ),
    numberColumn(
      "x",
      order.map((at) => values[at] as number),
      { unit: "mm" },
    ),
  );
  return { table, order };
}

describe.each(["daily", "hourly", "monthly"])("%s", (name) => {
  const { period, flags, planted, values } = answers[name] as Answer;
  const { table, order } = shuffled(name);
  test("the period is told by the data; planted faults are flagged as by statsmodels' residuals, and hardly any other", async () => {
    const { column, said, kept } = await stepOn(table, options({ rule: rule() }));
    expect(said[0]).toMatch(new RegExp(`x repeats after ${period} steps of time`));
    const found = column("x_outlier").flatMap((is, row) => (is === true ? [order[row] ?? -1] : []));
    const isTold = (at: number): boolean => planted.includes(at);
    expect(found.filter(isTold).toSorted((a, b) => a - b)).toEqual(flags.filter(isTold));
    expect(flags.filter(isTold)).toEqual(planted);
    const others = found.filter((at) => !isTold(at)).length;
    expect(others).toBeLessThanOrEqual(Math.min(1, flags.length - planted.length));
    expect(kept.freezes).toBe("whole");
    const row = column("x_outlier").indexOf(true);
    expect(column("outlier_reason")[row]).toMatch(/^x: seasonal -?[\d.]+ [<>] -?3.5$/);
  });
  test("drawn in they lie at the bound around what was expected, and the rest stays", async () => {
    const { column } = await stepOn(table, options({ rule: rule({ period }), action: "winsorise" }));
    let others = 0;
    for (const [row, at] of order.entries()) {
      const moved = Math.abs(Number(column("x")[row]) - (values[at] as number));
      if (planted.includes(at)) expect(moved).toBeGreaterThan(0);
      else if (moved > 0) others++;
    }
    expect(others).toBeLessThanOrEqual(1);
  });
});

/** Of a sine of large numbers, about normal. */
const noise = (at: number): number =>
  [1, 2, 3, 4].reduce((sum, k) => sum + ((Math.sin((at + 1) * 12.9898 * k) * 43758.5453) % 1) / 4, 0);
const wave = (n: number, more: (at: number) => number = () => 0): number[] =>
  Array.from({ length: n }, (_, at) => Math.sin((2 * Math.PI * at) / 8) * 5 + noise(at) + more(at));
const rows = (n: number): number[] => Array.from({ length: n }, (_, at) => at);

test("of each group a series of its own; those that are too short, uneven or flat are told and not judged", async () => {
  const table = tableOf(
    textColumn("g", [
      ...rows(80).map(() => "a"),
      ...rows(80).map(() => "b"),
      ...rows(5).map(() => "short"),
      ...rows(40).map(() => "flat"),
      null,
    ]),
    numberColumn("t", [...rows(80), ...rows(80), ...rows(5), ...rows(40), 4]),
    numberColumn("x", [
      ...wave(80, (at) => (at === 11 ? 9 : 0)),
      ...wave(80, (at) => 1000 + (at === 40 ? -9 : 0)),
      ...wave(5),
      ...rows(40).map(() => 2),
      1,
    ]),
  );
  const { column, said } = await stepOn(table, options({ rule: rule(), group: "g" }));
  expect(column("x_outlier").flatMap((is, row) => (is === true ? [row] : []))).toEqual([11, 120]);
  expect(
    column("x_outlier")
      .slice(160)
      .every((is) => is === null),
  ).toBe(true);
  expect(said.join("\n")).toMatch(/1 of 4 series of x is shorter than three periods of 8/);
  expect(said.join("\n")).toMatch(/1 of 4 series of x leaves nothing beside trend and season/);
  await expect(stepOn(table, options({ rule: rule() }))).rejects.toThrow(/same time stands in several rows of t/);
});
test("steps of time without a row, and missing values, are gaps in the series", async () => {
  const at = rows(96).filter((each) => each % 13 !== 5);
  const x = wave(96, (each) => (each === 50 ? 9 : 0));
  const table = tableOf(
    numberColumn(
      "t",
      at.map((each) => 100 + each / 4),
    ),
    numberColumn(
      "x",
      at.map((each) => (each === 20 ? null : (x[each] as number))),
    ),
  );
  const { column } = await stepOn(table, options({ rule: rule({ period: 8 }) }));
  expect(column("x_outlier").flatMap((is, row) => (is === true ? [at[row]] : []))).toEqual([50]);
  expect(column("x_outlier")[at.indexOf(20)]).toBe(null);
});
test("no times, uneven times, too few, no period, no column: each is refused in words", async () => {
  const n = 40;
  const table = tableOf(
    numberColumn("t", rows(n)),
    textColumn(
      "words",
      rows(n).map((at) => `w${at}`),
    ),
    numberColumn(
      "jumps",
      rows(n).map((at) => at ** 2 + Math.sqrt(at)),
    ),
    numberColumn(
      "x",
      rows(n).map((at) => Math.sin(at * at * 12.9898)),
    ),
    numberColumn(
      "none",
      rows(n).map(() => null),
    ),
  );
  const on = (time: string, more: object = {}) => stepOn(table, options({ rule: { by: "seasonal", time, ...more } }));
  await expect(on("words")).rejects.toThrow(/words holds no times/);
  await expect(on("jumps")).rejects.toThrow(/even steps|no row/);
  await expect(on("none")).rejects.toThrow(/0 rows with a time in none are no series/);
  await expect(on("")).rejects.toThrow(/time/);
  await expect(on("T")).rejects.toThrow(/no column T/);
  await expect(on("t")).rejects.toThrow(/repeats after no number of steps/);
  expect((await on("t", { period: 30 })).said.join()).toMatch(/shorter than three periods of 30/);
  const { column, said } = await stepOn(table, options({ columns: ["none"], rule: rule({ period: 4 }) }));
  expect(column("none_outlier").every((is) => is === null)).toBe(true);
  expect(said.join()).toMatch(/shorter than three periods/);
});
