import { expect, test } from "vitest";
import { parseFormula } from "./parse-formula.ts";
import { quoteColumns } from "./quote-columns.ts";

const columns = ["mean area", "mean radius", "area", "worst mean area", "n (%)"];

test("names with blanks are put into backticks, the longest first; what is in quotes or backticks already stays", () => {
  expect(quoteColumns("mean area / mean radius", columns)).toBe("`mean area` / `mean radius`");
  expect(quoteColumns("worst mean area + area", columns)).toBe("`worst mean area` + area");
  expect(quoteColumns("`mean area` * 2 + n (%)", columns)).toBe("`mean area` * 2 + `n (%)`");
  expect(quoteColumns(`if(x = "mean area", 1, 2)`, columns)).toBe(`if(x = "mean area", 1, 2)`);
  expect(quoteColumns("xmean area", columns)).toBe("xmean area");
});

test("what comes out can be read", () => {
  expect(parseFormula("mean area / mean radius").ok).toBe(false);
  expect(parseFormula(quoteColumns("mean area / mean radius", columns)).ok).toBe(true);
});
