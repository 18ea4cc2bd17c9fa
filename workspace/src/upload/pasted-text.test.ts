// What is pasted on the page becomes a table only when it is one.

import { expect, test } from "vitest";
import { fileOfText, isTabular } from "./pasted-text.ts";

test.each([
  ["cells of a spreadsheet", "gene\tlogFC\nXist\t2.1\n\nTsix\t\n", true],
  ["comma separated text", "a,b\n1,2\r\n3,4", true],
  ["semicolons with decimal commas", "a;b\n1,5;2\n3;4,25", true],
  ["a sentence", "Kept genes with ten reads, in three samples.", false],
  ["a paragraph whose lines hold different numbers of commas", "First, second.\nThird, fourth, fifth.", false],
  ["one column", "Xist\nTsix\n", false],
  ["nothing", "", false],
])("%s", (_what, text, expected) => {
  expect(isTabular(text)).toBe(expected);
});

test("the file carries the name that a person gave, with the ending of its separator", async () => {
  const file = fileOfText("gene\tlogFC\nXist\t2.1", "results / week 3");
  expect(file.name).toBe("results _ week 3.tsv");
  expect(await file.text()).toBe("gene\tlogFC\nXist\t2.1\n");
  expect(fileOfText("a,b\n1,2\n", "mine.txt").name).toBe("mine.txt");
  expect(fileOfText("a,b\n1,2\n", "  ").name).toMatch(/^pasted_\d+\.csv$/);
});
