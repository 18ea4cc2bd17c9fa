// The same value has the same colour in every figure of a notebook.

import { expect, test } from "vitest";
import type { ArtifactSummary, Column, Figure, Table } from "./artifact.ts";
import { summaryOf } from "./artifact-summary.ts";
import { colourOf, groupNumbers, withGroupColours } from "./group-colours.ts";

const text = (name: string, values: readonly string[], semantic?: "sample"): Column => {
  const dictionary = [...new Set(values)].reverse();
  return {
    name,
    type: "text",
    codes: Int32Array.from(values.map((value) => dictionary.indexOf(value))),
    dictionary,
    valid: Uint8Array.from(values.map((value) => (value === "" ? 0 : 1))),
    ...(semantic ? { semantic } : {}),
  };
};
const table = (...columns: Column[]): Table => ({
  type: "table",
  rowCount: (columns[0] as Column & { readonly codes: Int32Array }).codes.length,
  columns,
});

const all = summaryOf(
  table(
    text("group", ["treated", "control", "rescue", "control", "treated", ""]),
    text("sample", ["s1", "s2", "s3", "s4", "s5", "s6"], "sample"),
  ),
);

test("a summary tells the groups of a column in natural order, and never who the samples are", () => {
  expect(all.columns?.map(({ levels }) => levels)).toEqual([["control", "rescue", "treated"], undefined]);
  const days = summaryOf(table(text("day", ["Day 10", "Day 2", "Day 2", "Day 10"]), text("patient", ["Ann", "Bo", "Cy", "Di"])));
  expect(days.columns?.map(({ levels }) => levels)).toEqual([["Day 2", "Day 10"], undefined]);
  const many = Array.from({ length: 30 }, (_, index) => `g${index}`);
  expect(summaryOf(table(text("gene", many))).columns?.[0]?.levels).toBeUndefined();
});

test("a filter that takes a group away leaves the colours of the others; what is new comes after what was known", () => {
  const filtered: ArtifactSummary = summaryOf(table(text("group", ["treated", "vehicle", "treated", "vehicle"])));
  const of = colourOf(groupNumbers([all, filtered]));
  expect(["control", "rescue", "treated", "vehicle"].map((value) => of("group", value))).toEqual([0, 1, 2, 3]);
  expect(of("sex", "F")).toBeNull();
  expect(of("__proto__", "F")).toBeNull();
});

test("a figure takes the numbers of its notebook, and keeps its own for what no table knows", () => {
  const group = (group: number, field: string, value: string) => ({ type: "box", meta: { role: "group", group, field, value } });
  const figure: Figure = {
    type: "figure",
    data: [group(0, "group", "treated"), group(1, "class", "M"), { type: "box", meta: { role: "missing" } }],
    layout: {},
    alt: "",
    marks: 3,
  };
  expect(withGroupColours(figure, colourOf(groupNumbers([all]))).data).toEqual([
    group(2, "group", "treated"),
    group(1, "class", "M"),
    { type: "box", meta: { role: "missing" } },
  ]);
});
