// Rows of alignments while they are read: pieces of blocks become whole rows, and lines are those that splitting the text gives.

import { expect, test } from "vitest";
import { AlignedRows } from "./aligned-rows.ts";
import { lazyLines, linesOfText } from "./text-lines.ts";

test("pieces of a row come together in their order, however the blocks mix the rows", () => {
  const aligned = new AlignedRows();
  for (const [name, letters, line] of [
    ["a", "ACGT", 1],
    ["b", "AC-T", 2],
    ["b", "GG", 4],
    ["a", "CC", 5],
    ["a", "", 6],
    ["a", "T", 7],
    ["b", "?", 8],
  ] as const)
    aligned.add(name, letters, line);
  expect([...aligned.texts()]).toEqual([
    { name: "a", line: 1, letters: "ACGTCCT" },
    { name: "b", line: 2, letters: "AC-TGG?" },
  ]);
  expect([aligned.count, aligned.rowOf("b"), aligned.rowOf("c"), aligned.nameOf(0), aligned.nameOf(2)]).toEqual([
    2,
    1,
    undefined,
    "a",
    undefined,
  ]);
  expect(() => aligned.checkLengths()).not.toThrow();
  expect(() => aligned.checkLengths(9)).toThrow("row-length");
});

test("more rows and letters than there was room for at first", () => {
  const aligned = new AlignedRows();
  for (const block of ["ACGTACGTAC", "TTTTTGGGGG"])
    for (let row = 0; row < 1_000; row++) aligned.add(`row${row}`, block, row + 1);
  const rows = [...aligned.texts()];
  expect(rows).toHaveLength(1_000);
  expect(new Set(rows.map(({ letters }) => letters))).toEqual(new Set(["ACGTACGTACTTTTTGGGGG"]));
});

test.each(["a\nb\n", "a\r\n\r\nb", "a\rb\r", "\n\na", "a\n\r\nb\r\r\n", "ü\n日本\n", "a"])("lines of %j, one by one", (text) => {
  const bytes = new TextEncoder().encode(text);
  const lazy = lazyLines(bytes);
  const lines = linesOfText(bytes);
  expect(Array.from({ length: lazy.length }, (_, at) => lazy.at(at))).toEqual(lines);
  expect(lazy.at(lazy.length)).toBeUndefined();
});

test("a zero byte is told with its line", () => {
  for (const read of [lazyLines, linesOfText])
    expect(() => read(new TextEncoder().encode("a\r\nb\rc\u0000\n"))).toThrow(/zero-byte.*"line":3/);
});
