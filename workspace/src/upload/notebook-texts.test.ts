// A text of a notebook is known by its name, says its title, and names files by what is in them.

import { expect, test } from "vitest";
import type { DatasetRow } from "../api/answers.ts";
import { isNotebookText, namedIn, titleOfText } from "./notebook-texts.ts";

const text = (title: string) => `---\nformat: 1\n${title}id: nb_1\n---\n\n# Else\n\ntitle: not this\n`;

test("texts of notebooks are told from other Markdown", () => {
  expect(["a.gc.md", "B.GC.MD", "a.md", "gc.md.csv"].map((name) => isNotebookText({ name }))).toEqual([true, true, false, false]);
});

test("the title is that of the head, quoted or not; without one it is what the file is called", () => {
  expect(titleOfText(text('title: "Patients, \\"clean\\""\n'), "x.gc.md")).toBe('Patients, "clean"');
  expect(titleOfText(text("title: Patients\n"), "x.gc.md")).toBe("Patients");
  expect(titleOfText(text(""), "next-month.gc.md")).toBe("next-month");
});

test("data sets are named by a version of them, and not while they are in the bin", () => {
  const [one, two] = ["a".repeat(64), "b".repeat(64)] as DatasetRow["digest"][];
  const row = (id: string, digest: DatasetRow["digest"] | undefined, more: Partial<DatasetRow> = {}) => ({
    id,
    digest: digest as DatasetRow["digest"],
    earlier: [],
    deletedAt: null,
    ...more,
  });
  const rows = [
    row("ds_now", one),
    row("ds_once", two, { earlier: [{ version: 1, digest: one as DatasetRow["digest"], size: 1 }] }),
    row("ds_gone", one, { deletedAt: 1 }),
    row("ds_other", two),
  ];
  expect(namedIn(`file: {digest: ${one}}`, rows)).toEqual(["ds_now", "ds_once"]);
});
