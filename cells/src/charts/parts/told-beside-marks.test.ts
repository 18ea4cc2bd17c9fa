// What pictures say beside their marks is told of rows as well: in notes, of what has no panel, of columns that are in no pattern.

import { expect, test } from "vitest";
import { booleanColumn, numberColumn, tableOf, textColumn } from "../../artifacts/table.ts";
import type { Column } from "../../artifacts/artifact.ts";
import type { JsonObject } from "../../base/json.ts";
import { chart, type ChartSpec, familyOf } from "../../kinds/chart/spec.ts";
import { drawChart } from "../../testing/draw-chart.ts";

const rows = Array.from({ length: 40 }, (_, at) => at);
const told = async (columns: readonly Column[], spec: JsonObject) => {
  const { out } = await drawChart(tableOf(...columns), spec);
  const whole = chart.schema.parse({ from: { ref: "cell_a" }, ...spec }) as ChartSpec;
  const found = familyOf(whole).discloses({ spec: whole, port: "out", artifact: out, columns: [], valueOf: () => undefined });
  if (found?.behind.of !== "groups") throw new Error(`of ${found?.behind.of}`);
  return found.behind;
};
const numbers = (name: string, of: (at: number) => number | null) => numberColumn(name, rows.map(of));
const fewest = (sizes: readonly number[]): number => Math.min(...sizes);

const lab = textColumn(
  "lab",
  rows.map((at) => (at < 20 ? "a" : "b")),
);

test("rows that one panel alone leaves out, and rows of a group that has no panel", async () => {
  const one = await told([lab, numbers("y", (at) => (at === 3 ? null : at % 7))], {
    chart: { type: "violin" },
    y: "y",
    facet: "lab",
  });
  expect([...one.sizes].sort((a, b) => a - b)).toEqual([1, 19, 20]);
  const site = textColumn(
    "site",
    rows.map((at) => (at === 0 ? "far" : "near")),
  );
  const none = await told([site, numbers("y", (at) => (at === 0 ? null : at % 7))], {
    chart: { type: "violin" },
    y: "y",
    facet: "site",
  });
  expect(fewest(none.sizes)).toBe(1);
});

test("each row is counted once in totals, whatever marks of its group say it: in panels by their groups, too", async () => {
  const of = async (type: string, more: JsonObject) =>
    (await told([lab, numbers("y", (at) => at % 7)], { chart: { type }, y: "y", ...more })).totals;
  expect(await of("violin", { x: "lab" })).toEqual({ "": 40, "lab = a": 20, "lab = b": 20 });
  expect(await of("bar", { x: "lab" })).toEqual({ "": 40, "lab = a": 20, "lab = b": 20 });
  expect(await of("violin", { facet: "lab" })).toMatchObject({ "": 40, "lab = a": 20, "lab = b": 20 });
  expect(await of("bar", { x: "lab", facet: "lab" })).toMatchObject({ "": 40, "lab = a": 20, "lab = b": 20 });
});

test("columns that are in no pattern of missing values, and rows that lack nothing", async () => {
  const columns = Array.from({ length: 13 }, (_, column) =>
    numbers(`c${column}`, (at) => (column < 12 ? (at % 2 ? null : 1) : at === 0 ? null : 1)),
  );
  const patterns = { chart: { type: "missing", shows: "patterns" } };
  expect(fewest((await told(columns, patterns)).sizes)).toBe(1);
  expect(fewest((await told(columns.slice(0, 12), patterns)).sizes)).toBe(20);
});

test("values that a column of a list lacks, rows that are in it twice; and lists below a bound are steps", async () => {
  const flag = (name: string, missing: number | null) =>
    booleanColumn(
      name,
      rows.map((at) => (at === missing ? null : at % 2 === 0)),
    );
  const lists = { chart: { type: "sets" } };
  expect(fewest((await told([flag("a", null), flag("b", null)], lists)).sizes)).toBe(20);
  expect(fewest((await told([flag("a", 1), flag("b", null)], lists)).sizes)).toBe(1);
  const member = textColumn(
    "member",
    rows.map((at) => `m${at === 2 ? 0 : at}`),
  );
  const list = textColumn(
    "list",
    rows.map((at) => (at % 2 ? "x" : "y")),
  );
  const twice = await told([member, list, numbers("p", (at) => at / 40)], { ...lists, x: "list", label: "member", labels: true });
  expect(fewest(twice.sizes)).toBe(1);
  const below = await told([member, list, numbers("p", (at) => at / 40)], {
    ...lists,
    x: "list",
    y: "p",
    label: "member",
    labels: true,
  });
  expect(below.statistics).toContain("step");
});

test("a correlation with a flag of one row tells of that row, and of one that lacks a value", async () => {
  const value = numbers("value", (at) => at * 1.5);
  const of = async (other: Column) => (await told([value, other], { chart: { type: "correlation" } })).sizes;
  expect(await of(numbers("other", (at) => at * at))).toEqual([40]);
  expect(await of(numbers("flag", (at) => (at === 9 ? 1 : 0)))).toEqual([1]);
  expect(await of(numbers("half", (at) => at % 2))).toEqual([20]);
  expect(await of(numbers("gap", (at) => (at === 9 ? null : at * at)))).toEqual([1]);
});
