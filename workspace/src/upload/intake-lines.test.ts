// Settings chosen on an intake card, and what is said of them.

import { describe, expect, test } from "vitest";
import type { IntakeFile } from "../api/answers.ts";
import { type Chosen, issuesHere, settingsOf, toggled, whatChanged } from "./intake-lines.ts";

const column = (name: string, type = "text", missing = 0) => ({
  name,
  type,
  semantic: null,
  category: "measurement" as const,
  share: null,
  of: 1,
  missing,
  distinct: 1,
});
const table = (more: Partial<IntakeFile> = {}): IntakeFile => ({
  dataset: "d",
  version: 1,
  name: "x.csv",
  digest: "0".repeat(64),
  size: 1,
  format: "csv",
  compression: "none",
  confidence: 1,
  formatVersion: null,
  alternatives: [],
  isTie: false,
  artifact: "table",
  samplesIn: null,
  sheets: [],
  sheet: null,
  isHidden: false,
  why: [],
  shape: [2, 2],
  columns: [column("a"), column("b")],
  preview: { columns: ["a", "b"], rows: [["1", "2"]] },
  issues: [],
  aboutPersons: false,
  sameName: [],
  ...more,
});
const answer = (field: string, value: string) => ({ message: `${field}?`, fix: { field, value, label: value } });

describe("a setting is chosen by a press and taken back by another", () => {
  const file = table();
  test("two values of one setting do not stand together", () => {
    let chosen: readonly Chosen[] = toggled([], file, answer("samplesIn", "rows"));
    chosen = toggled(chosen, file, answer("merged", "fill"));
    expect(settingsOf(chosen, file)).toEqual({ samplesIn: "rows", merged: "fill" });
    chosen = toggled(chosen, file, answer("samplesIn", "columns"));
    expect(settingsOf(chosen, file)).toEqual({ samplesIn: "columns", merged: "fill" });
    chosen = toggled(chosen, file, answer("samplesIn", "columns"));
    expect(settingsOf(chosen, file)).toEqual({ merged: "fill" });
  });
  test("of one sheet only", () => {
    const chosen = toggled([], table({ sheet: "A" }), answer("merged", "fill"));
    expect(settingsOf(chosen, table({ sheet: "B" }))).toEqual({});
    expect(settingsOf(chosen, table({ sheet: "A" }))).toEqual({ merged: "fill" });
  });
});

test.each([
  ["a file that could not be read", table({ artifact: null }), table(), { what: "read" }],
  ["one that cannot be read so", table(), table({ artifact: null }), { what: "refused" }],
  ["a matrix of a table", table(), table({ artifact: "assay" }), { what: "shape" }],
  ["more rows", table(), table({ shape: [3, 2] }), { what: "shape" }],
  [
    "numbers of texts, and fewer missing cells",
    table(),
    table({ columns: [column("a", "float64"), column("b", "text", 1)] }),
    { what: "columns", columns: ["a", "b"] },
  ],
  ["other cells", table(), table({ preview: { columns: ["a", "b"], rows: [["1", "x"]] } }), { what: "cells" }],
  ["nothing", table(), table(), { what: "nothing" }],
])("what a setting changed is said: %s", (_title, before, after, expected) => {
  expect(whatChanged(before, after)).toEqual(expected);
});

test("whether a file is a matrix is no question where the card pairs it with a sheet of samples", () => {
  const issue = (rule: string) => ({ rule, severity: "note" as const, line: null, field: null, message: rule, fix: null });
  const file = table({ issues: [issue("small-matrix"), issue("encoding")] });
  const rules = (role: "counts" | "samples" | null, of = file) => issuesHere(of, role).map(({ rule }) => rule);
  expect(rules("counts")).toEqual(["encoding"]);
  expect(rules("samples")).toEqual(["small-matrix", "encoding"]);
  expect(rules(null)).toEqual(["small-matrix", "encoding"]);
});
