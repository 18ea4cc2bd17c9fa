// docs/FILES.md says what is so: its words for missing values are those of the reader, and its table of numbers is read.

import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import type { Table } from "../artifacts/artifact.ts";
import { cellJson } from "../artifacts/table.ts";
import { loadText } from "../testing/load-text.ts";
import { missingNumbers, missingTexts } from "./parts/delimited/number-text.ts";

const root = path.resolve(import.meta.dirname, "../../..");
const page = readFileSync(path.join(root, "docs/FILES.md"), "utf8");
const wordsOf = (line: number): string[] => ([...page.matchAll(/^ {4}(\S.*)$/gm)][line]?.[1] ?? "").split(/\s+/);
const typeOf = async (...values: string[]) => {
  const { out } = await loadText("x.csv", `id,v\n${values.map((value, at) => `s${at},"${value}"`).join("\n")}\n`);
  return (out as Table).columns[1]?.type;
};

test("its words for missing values are those that are missing", async () => {
  expect(new Set(["", ...wordsOf(0)])).toEqual(missingTexts);
  expect(new Set(["", ...wordsOf(0), ...wordsOf(1)])).toEqual(missingNumbers);
  const { out } = await loadText("x.csv", 'id,v,w\na,1,\nb,.,x\nc,NA,""\nd,-,.\n');
  const [, v, w] = (out as Table).columns;
  expect([0, 1, 2, 3].map((row) => [v && cellJson(v, row), w && cellJson(w, row)])).toEqual([
    [1, null],
    [null, "x"],
    [null, null],
    [null, "."],
  ]);
});

test("its table of numbers is what columns become", async () => {
  const numbers = page.slice(page.indexOf("\n## Numbers"), page.indexOf("\n## Table or matrix"));
  const cells = [...numbers.matchAll(/^\| (`[^|]+) \| (\S+)/gm)].map((row) => ({
    values: [...(row[1] as string).matchAll(/`([^`]+)`/g)].map((found) => found[1] as string),
    becomes: (row[2] as string).replace(/\W/g, ""),
  }));
  expect(cells.length).toBeGreaterThanOrEqual(9);
  for (const { values, becomes } of cells) {
    const beside = becomes === "a" ? ["2"] : [];
    for (const value of values) {
      const type = await typeOf(value, ...beside);
      const expected = becomes === "a" ? ["float64", "int32"] : becomes === "yes" ? ["boolean"] : ["text"];
      expect(expected, `${value} becomes ${becomes}`).toContain(type);
    }
  }
});

test("it is linked from the front page", () => {
  expect(readFileSync(path.join(root, "README.md"), "utf8")).toContain("docs/FILES.md");
});
