// The sheet of samples in R.

import { expect, test } from "vitest";
import { factorsInR, plainNamesInR } from "./sheet-in-r.ts";

test("each factor of the design has its groups in the order of the model, under a name that R reads", () => {
  const factors = [
    { name: "group", levels: ["b", "a", "c"] },
    { name: "my dose", levels: ["1", "0", "2"] },
    { name: "if", levels: ["FALSE", "TRUE"] },
  ];
  expect(factorsInR({ factors })).toEqual([
    'sheet$group <- factor(sheet$group, levels = c("b", "a", "c"))',
    'sheet[["my dose"]] <- factor(sheet[["my dose"]], levels = c("1", "0", "2"))',
    'sheet[["if"]] <- factor(sheet[["if"]], levels = c("FALSE", "TRUE"))',
  ]);
});

test("names in backticks become plain ones, none of which is another's", () => {
  const names = plainNamesInR("~ `my dose` * `my-dose` + my.dose + `2nd`");
  expect(names.within("~ `my dose` * `my-dose` + my.dose + `2nd`")).toBe("~ my.dose. * my.dose.. + my.dose + X2nd");
  expect(names.lines).toEqual([
    'sheet$my.dose. <- sheet[["my dose"]]',
    'sheet$my.dose.. <- sheet[["my-dose"]]',
    'sheet$X2nd <- sheet[["2nd"]]',
  ]);
  expect(names.grouped('c("my dose", "2", "my dose")')).toBe('c("my.dose.", "2", "my dose")');
  expect(plainNamesInR("~ time").lines).toEqual([]);
});
