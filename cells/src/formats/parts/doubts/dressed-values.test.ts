// Inputs of the kinds that people reported against pandas, readr and DuckDB: columns that stayed text without a word.

import { describe, expect, test } from "vitest";
import { tableOf, textColumn } from "../../../artifacts/table.ts";
import { message } from "../../../messages/catalogue.ts";
import { columnIssues } from "../column-issues.ts";

const said = (texts: readonly (string | null)[], name = "v"): readonly (string | null)[][] =>
  columnIssues(tableOf(textColumn(name, [...texts])), (row) => row + 2).map(({ rule, line }) => [rule, String(line)]);

describe("a column that stays text says what its values look like", () => {
  test.each([
    ["a minus that is no hyphen", ["−1.5", "2.5", "−3.0"], [["minus-kept", "2"]]],
    ["numbers in parentheses", ["(1.5)", "2.5", "(3.0)"], [["parentheses-kept", "2"]]],
    ["numbers with one unit", ["12 mg", "5 mg", "7.5 mg", null], [["units-kept", "2"]]],
    ["the unit right behind", ["0h", "2h", "24h"], [["units-kept", "2"]]],
    ["day or month first", ["01/02/2023", "03/04/2023"], [["dates-kept", "2"]]],
    ["dots between", ["1.2.2023", "31.12.2023"], [["dates-kept", "2"]]],
    ["times of a clock", ["12:30", "9:05", null, "14:00"], [["times-kept", "2"]]],
    ["times with seconds, and of half a day", ["9:05:07.5", "12:30 pm", "10:15"], [["times-kept", "2"]]],
    ["one that is no day among dates", ["2023-01-02", "2023-02-30", "2023-01-03"], [["dates-odd", "3"]]],
    ["a word among dates", ["2023-01-02", "2023-01-03", "2023-01-04", "unknown", "later"], [["dates-odd", "5"]]],
    [
      "a number among dates",
      ["2024/12/12", "2024/12/13", "2024/12/12", "1"],
      [
        ["dates-kept", "2"],
        ["dates-odd", "5"],
      ],
    ],
  ] as const)("%s", (_kind, texts, expected) => {
    expect(said(texts)).toEqual(expected);
  });

  test.each([
    ["dates with the year first", ["2023-01-02", "2023-02-28T10:00", null]],
    ["names that begin with a number", ["5S", "7SK", "12q13"]],
    ["names with different words", ["1 left", "2 right", "3 left"]],
    ["names of wells and plates", ["01-02-03", "01-02-04", "1-1-12"]],
    ["dilutions", ["1:10", "1:20", "1:40"]],
    ["places and ratios", ["1:2345", "12:99", "3:1"]],
    ["times with a word between", ["12:30", "13:05", "late"]],
    ["words", ["case", "control", "(none)"]],
  ] as const)("and nothing of %s", (_kind, texts) => {
    expect(said(texts)).toEqual([]);
  });

  test("amounts of money", () => {
    expect(said(["$5.00", "$12.50", null])).toEqual([["currency-kept", "2"]]);
    expect(said(["5 €", "-1.200,00 €", "7"])).toEqual([["currency-kept", "2"]]);
    expect(said(["$HOME", "US$", "a$5"])).toEqual([]);
  });

  test("names of samples and genes are names, however they look", () => {
    expect(said(["1 mg", "2 mg"], "sample")).toEqual([]);
    expect(said(["01/02/2023", "03/04/2023"], "gene")).toEqual([]);
  });

  test("a column that is called a date has dates, also where half of them are none", () => {
    expect(said(["2023-01-02", "2023-01-03", "unknown", "2023-02-30"], "date")).toEqual([["dates-odd", "4"]]);
  });

  test("of one cell that is no date nothing is said of others", () => {
    const of = (...values: string[]) => {
      const [issue] = columnIssues(tableOf(textColumn("d", values)), (row) => row + 2);
      return issue
        ? [message(issue.message.key, issue.message.params, "en"), message(issue.message.key, issue.message.params, "ru")]
        : [];
    };
    const [en, ru] = of("2020-02-28", "2020-02-30", "2020-03-01");
    expect(en).toContain("2020-02-30 in line 3 of d is no date; 2 other values are");
    expect(ru).toContain("2020-02-30 в строке 3, столбец d, — не дата");
    expect(of("2020-02-28", "2020-02-30", "2020-02-31", "2020-03-01", "2020-03-02")[0]).toContain("1 more such cell in d");
  });

  test("in both languages, with value and line", () => {
    const [issue] = columnIssues(tableOf(textColumn("dose", ["12 mg", "5 mg"])), (row) => row + 2);
    const in_ = (locale: "en" | "ru"): string => (issue ? message(issue.message.key, issue.message.params, locale) : "");
    expect(in_("en")).toContain("dose holds 2 numbers with a unit, such as 12 mg in line 2");
    expect(in_("ru")).toContain("В dose 2 числа с единицей измерения, например 12 mg в строке 2");
  });
});

test("texts that look alike and are not are told once a column, with the formula that makes one of them", () => {
  const said = (...values: string[]) =>
    columnIssues(tableOf(textColumn("g", values)), (row) => row + 2)
      .filter(({ rule }) => rule === "look-alikes")
      .map(({ line, message }) => [line, message.params["n"], message.params["ways"], message.params["formula"]]);
  expect(said("A", " A", "B", "A ", "A\u00a0")).toEqual([[3, 1, 4, "trim(`g`)"]]);
  expect(said("Ren\u00e9", "Rene\u0301", "B")).toEqual([[3, 1, 2, "compose(`g`)"]]);
  expect(said("Ren\u00e9", " Rene\u0301", "B ", "B")).toEqual([[3, 2, 2, "compose(trim(`g`))"]]);
  expect(said("low dose", "low  dose", "low\u00a0dose", "high")).toEqual([[3, 1, 3, "squish(`g`)"]]);
  expect(said("A", "A\u200b", "\ufeffB", "B")).toEqual([[3, 2, 2, "squish(`g`)"]]);
  expect(said("👩\u200d🔬", "👩🔬")).toEqual([]);
  expect(said("Ren\u00e9  B", "Rene\u0301 B", "B")).toEqual([[2, 1, 2, "compose(squish(`g`))"]]);
  expect(said("A", "a", "B ", "  ", "C")).toEqual([]);
});
