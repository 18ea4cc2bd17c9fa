// What is added from an intake card, and what the cells are called.

import { expect, test } from "vitest";
import type { Intake, IntakeFile } from "../api/answers.ts";
import { byFile, filesToAdd, pairOf, tickedAtFirst } from "./files-to-add.ts";

const file = (name: string, more: Partial<IntakeFile> = {}): IntakeFile => ({
  dataset: name,
  version: 1,
  name,
  digest: "0".repeat(64),
  size: 1,
  format: "xlsx",
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
  shape: [1, 1],
  columns: [],
  preview: { columns: [], rows: [] },
  issues: [],
  aboutPersons: false,
  sameName: [],
  ...more,
});
const error = (settable: boolean) => ({
  rule: "x",
  severity: "error" as const,
  line: null,
  field: null,
  message: "",
  fix: settable ? { field: "ragged", value: "fill", label: "" } : null,
});
const sheets = ["Counts", "Samples", "Sheet3", "Lists"];
const book = sheets.map((sheet) =>
  file("study.xlsx", { sheets, sheet, isHidden: sheet === "Lists", artifact: sheet === "Counts" ? "assay" : "table" }),
);
const intake = (files: readonly IntakeFile[], counts: IntakeFile, samples: IntakeFile): Intake => ({
  files: [...files],
  waiting: [],
  together: {
    countsFrom: { dataset: counts.dataset, sheet: counts.sheet },
    samplesFrom: { dataset: samples.dataset, sheet: samples.sheet },
    column: "sample",
    matched: 2,
    of: 2,
    near: [],
    unmatched: { left: [], right: [] },
  },
});
const [counts, samples, third] = book as [IntakeFile, IntakeFile, IntakeFile];
const pair = pairOf(intake(book, counts, samples));
const added = (files: readonly IntakeFile[]) =>
  filesToAdd(files, pair, []).map(({ name, settings, read, samplesOf }) => [name, settings?.["sheet"], read, samplesOf]);

test("one cell a ticked sheet; the sheet of samples describes the counts", () => {
  expect(added(book)).toEqual([
    ["samples", "Samples", "table", undefined],
    ["counts", "Counts", "matrix", 0],
    ["study", "Sheet3", undefined, undefined],
    ["Lists", "Lists", undefined, undefined],
  ]);
});

test("without the one of the two the other is loaded as it is", () => {
  expect(added([counts, third])).toEqual([
    ["counts", "Counts", undefined, undefined],
    ["study", "Sheet3", undefined, undefined],
  ]);
});

test("a file that has one sheet is loaded without its name", () => {
  const alone = file("a.xlsx", { sheets: ["Sheet1"], sheet: "Sheet1" });
  expect(filesToAdd([alone], null, [])).toMatchObject([{ name: "a", settings: {} }]);
});

test("two files are paired as two sheets are", () => {
  const one = file("GSE1_counts.csv", { artifact: "assay" });
  const other = file("GSE1_coldata.csv");
  const two = filesToAdd([one, other], pairOf(intake([one, other], one, other)), []);
  expect(two.map(({ name, samplesOf }) => [name, samplesOf])).toEqual([
    ["samples", undefined],
    ["counts", 0],
  ]);
});

test("hidden sheets and what cannot be read are not ticked; a cell that asked for a file takes one", () => {
  const bad = file("study.xlsx", { sheets, sheet: "Broken", issues: [error(false)] });
  const asked = file("study.xlsx", { sheets, sheet: "Asked", issues: [error(true)] });
  const ticked = (files: readonly IntakeFile[], isForCell = false) =>
    [...tickedAtFirst(files, isForCell)].map((key) => (JSON.parse(key) as string[])[1]);
  expect(ticked([bad, asked, ...book])).toEqual(["Asked", "Counts", "Samples", "Sheet3"]);
  expect(ticked(book, true)).toEqual(["Counts"]);
  expect(ticked([book[3] as IntakeFile])).toEqual(["Lists"]);
  expect(byFile([counts, file("b.csv"), samples]).map((group) => group.length)).toEqual([2, 1]);
});

test("a part of an archive is called by its own name", () => {
  const parts = ["study/ctl/features.tsv.gz", "study/notes.txt", "GSM1_ctl.csv"];
  const names = parts.map((sheet) => file("study.tar.gz", { sheets: parts, sheet }));
  expect(filesToAdd(names, null, []).map(({ name }) => name)).toEqual(["features", "notes", "GSM1_ctl"]);
});
