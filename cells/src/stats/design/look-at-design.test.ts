// What is found of a design, by the columns of the sheet that cause it; and rules that hold for any design.

import { expect, test } from "vitest";
import { seededRandom } from "../seeded-random.ts";
import { designRank } from "../design-rank.ts";
import { readFormula, type Formula } from "./formula.ts";
import { formulaText, namedTerms, withoutColumn, withTerm } from "./edit-formula.ts";
import { levelOrder } from "./level-order.ts";
import { lookAtDesign, type LookedAt } from "./look-at-design.ts";
import type { Variable } from "./model-matrix.ts";

type Sheet = { readonly [column: string]: string | readonly (number | null)[] };
const variable = (values: string | readonly (number | null)[]): Variable => {
  if (typeof values !== "string") return { kind: "number", values: values.map((value) => value ?? Number.NaN) };
  const levels = [...new Set(values)].filter((letter) => letter !== " ").sort(levelOrder);
  return { kind: "factor", levels, codes: [...values].map((letter) => levels.indexOf(letter)) };
};
const formulaOf = (text: string): Formula => {
  const read = readFormula(text);
  if (!read.ok) throw new Error(read.error.problem);
  return read.value;
};
interface More {
  readonly block?: string;
  readonly missing?: "refuse" | "drop";
}
function looked(sheet: Sheet, text: string, { block, missing = "refuse" }: More = {}): LookedAt {
  const formula = formulaOf(text);
  return lookAtDesign({
    formula,
    variables: formula.variables.map((name) => variable(sheet[name] ?? "")),
    block: block === undefined ? null : { name: block, variable: variable(sheet[block] ?? "") },
    missing,
    rowCount: Object.values(sheet)[0]?.length ?? 0,
  });
}
const found = (sheet: Sheet, text: string, more?: More) => looked(sheet, text, more).findings;
const plain = (sheet: Sheet, text: string, more?: More) =>
  found(sheet, text, more).map(({ severity: _severity, fixes: _fixes, ...what }) => what);

const sheet: Sheet = {
  condition: "cccccctttttt",
  batch: "111111222222",
  day: "001122334455",
  lab: "kkkkllllmmmm",
  drug: "aaaabbbbcccc",
  sex: "fmfmfmfmfmfm",
  dose: [0, 0, 1, 1, 2, 2, 0, 0, 1, 1, 2, 2],
  age: [31, 45, 28, 60, 33, 39, 51, 47, 44, 36, 58, 29],
  months: [372, 540, 336, 720, 396, 468, 612, 564, 528, 432, 696, 348],
  flat: [7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7],
  all: "xxxxxxxxxxxx",
  id: "abcdefghijkl",
  few: "aaaabbbbbbbc",
  gap: "aaa bbb cc d",
};

test("a sound design has no findings", () => {
  const { findings, rank, residual } = looked(sheet, "~ sex + condition");
  expect(findings).toEqual([]);
  expect([rank, residual]).toEqual([3, 9]);
});

test("two columns that tell the same samples apart, with the formulas that leave one out", () => {
  expect(found(sheet, "~ sex + batch + condition")).toEqual([
    {
      kind: "same",
      first: "batch",
      second: "condition",
      pairs: [
        ["1", "c"],
        ["2", "t"],
      ],
      severity: "error",
      fixes: [
        { do: "leave-out", what: "condition", formula: "~ sex + batch" },
        { do: "leave-out", what: "batch", formula: "~ sex + condition" },
      ],
    },
  ]);
});

test("one column within another, whichever stands first", () => {
  const what = { kind: "follows", column: "condition", from: "day" };
  expect(plain(sheet, "~ condition + day")).toEqual([expect.objectContaining(what)]);
  expect(plain(sheet, "~ day + condition")).toEqual([expect.objectContaining(what)]);
  expect(plain(sheet, "~ 0 + day + condition")).toEqual([expect.objectContaining(what)]);
  expect(plain({ ...sheet, hours: [0, 0, 5.5, 5.5, 5.5, 5.5, 9, 9, 9, 9, 9, 9] }, "~ day + hours")).toEqual([
    expect.objectContaining({ kind: "follows", column: "hours", from: "day" }),
  ]);
});

test("a lab that holds one group alone", () => {
  const apart = { ...sheet, drug: "aabbababcccc" };
  expect(plain(apart, "~ lab + drug")).toEqual([
    { kind: "apart", first: "lab", second: "drug", firstLevels: ["m"], secondLevels: ["c"] },
  ]);
});

test("numbers: one value alone, a multiple, a sum", () => {
  expect(plain(sheet, "~ flat + sex")).toEqual([{ kind: "constant", column: "flat", value: 7 }]);
  expect(plain(sheet, "~ age + months")).toEqual([{ kind: "together", term: "months", others: ["age"] }]);
  expect(plain(sheet, "~ all + sex")).toEqual([{ kind: "one-level", column: "all", level: "x" }]);
});

test("interactions: combinations without samples, nested columns, all cells beside the intercept", () => {
  const crossed: Sheet = { a: "xxxxxxxxyyyyyyyy", b: "uuuuvvvvuuuuwwww" };
  expect(plain({ a: "xxxxxxxxyyyyyyyy", b: "uuuvvvwwuuuvvvvv" }, "~ a * b")).toEqual([
    { kind: "cells-empty", term: "a:b", cells: ["y, w"], n: 1 },
  ]);
  expect(plain(crossed, "~ a * b")[0]).toMatchObject({ kind: "cells-empty", cells: ["y, v", "x, w"], n: 2 });
  expect(plain(sheet, "~ condition / day")).toEqual([
    { kind: "nested", inner: "day", outer: "condition", term: "condition:day" },
  ]);
  expect(plain(sheet, "~ condition * batch")).toEqual([expect.objectContaining({ kind: "same" })]);
  const balanced: Sheet = { a: "xxxxxxxxyyyyyyyy", b: "uuuuvvvvuuuuvvvv" };
  expect(found(balanced, "~ a:b")).toEqual([
    { kind: "with-intercept", term: "a:b", severity: "error", fixes: [{ do: "formula", formula: "~ 0 + a:b" }] },
  ]);
  expect(plain(balanced, "~ 0 + a:b")).toEqual([]);
});

test("too little is left, or nothing", () => {
  expect(found(sheet, "~ id")).toEqual([
    expect.objectContaining({
      kind: "no-residual",
      samples: 12,
      coefficients: 12,
      fixes: [expect.objectContaining({ formula: "~ 1" })],
    }),
  ]);
  expect(plain(sheet, "~ day * sex")).toEqual([
    { kind: "no-residual", samples: 12, coefficients: 12 },
    expect.objectContaining({ kind: "one-cell", n: 12 }),
  ]);
  expect(plain(sheet, "~ 0")).toEqual([{ kind: "nothing" }]);
  expect(plain({ g: "" }, "~ g")).toEqual([{ kind: "no-samples" }]);
});

test("a group of one, and whole numbers that look like names of groups", () => {
  expect(plain(sheet, "~ few")).toEqual([{ kind: "one-sample", column: "few", levels: ["c"] }]);
  expect(found(sheet, "~ dose")).toEqual([
    {
      kind: "looks-grouped",
      column: "dose",
      values: ["0", "1", "2"],
      severity: "warning",
      fixes: [{ do: "as", column: "dose", as: "factor" }],
    },
  ]);
  expect(plain(sheet, "~ age")).toEqual([]);
});

test("missing values are refused, or dropped and counted; a level that goes with them is named", () => {
  const refused = looked(sheet, "~ gap + sex");
  expect(refused.matrix).toBeNull();
  expect(refused.findings).toEqual([
    {
      kind: "missing",
      columns: ["gap"],
      n: 3,
      samples: 12,
      severity: "error",
      fixes: [{ do: "drop-missing" }, { do: "leave-out", what: "gap", formula: "~ sex" }],
    },
  ]);
  const gaps: Sheet = { gap: "aaa bbb cc c", arm: "pqpqpqpqpqpz" };
  const kept = looked({ ...gaps, arm: "pqpzpqpqpqpq" }, "~ gap + arm", { missing: "drop" });
  expect([...kept.rows]).toEqual([0, 1, 2, 4, 5, 6, 8, 9, 11]);
  expect(kept.findings.map(({ kind }) => kind)).toEqual(["missing-dropped", "level-lost"]);
  expect(kept.findings[1]).toMatchObject({ column: "arm", levels: ["z"] });
  expect(kept.matrix?.columns.map(({ name }) => name)).toEqual(["(Intercept)", "gapb", "gapc", "armq"]);
});

test("a block: one, one a sample, in the formula, or that of a group alone", () => {
  const donors: Sheet = { ...sheet, donor: "aabbccddeeff", two: "aaaaaabbbbbb", one: "zzzzzzzzzzzz" };
  expect(plain(donors, "~ condition", { block: "donor" })).toEqual([]);
  expect(plain(donors, "~ sex", { block: "donor" })).toEqual([]);
  expect(plain(donors, "~ condition", { block: "two" })).toEqual([
    { kind: "block-confounded", block: "two", column: "condition", levels: ["c", "t"] },
  ]);
  expect(plain(donors, "~ condition", { block: "one" })).toEqual([{ kind: "block-one", block: "one", level: "z" }]);
  expect(plain(donors, "~ sex", { block: "id" })).toEqual([{ kind: "block-single", block: "id" }]);
  expect(plain(donors, "~ sex + donor", { block: "donor" }).map(({ kind }) => kind)).toContain("block-in-formula");
});

test("a design that is too wide is not made", () => {
  const wide = { kind: "factor", levels: Array.from({ length: 9_000 }, (_, at) => `g${at}`) } as const;
  const codes = Int32Array.from({ length: 18_000 }, (_, at) => at % 9_000);
  const formula = formulaOf("~ g");
  const { matrix, findings } = lookAtDesign({
    formula,
    variables: [{ ...wide, codes }],
    block: null,
    missing: "refuse",
    rowCount: 18_000,
  });
  expect(matrix).toBeNull();
  expect(findings).toMatchObject([{ kind: "too-wide", columns: 9_000, column: "g" }]);
});

test("a formula that cannot be read says what and where", () => {
  const problem = (text: string) => {
    const read = readFormula(text);
    if (read.ok) return null;
    const { problem: what, start, end, meant, asFactor } = read.error;
    return [what, text.slice(start, end), ...(meant === undefined ? [] : [meant]), ...(asFactor === undefined ? [] : [asFactor])];
  };
  expect(problem("")).toEqual(["empty", ""]);
  expect(problem("a + b")).toEqual(["no-tilde", "", "~ a + b"]);
  expect(problem("y ~ a")).toEqual(["left-side", "y ", "~ a"]);
  expect(problem("~ a ~ b")).toEqual(["unexpected", "~"]);
  expect(problem("~ a + ")).toEqual(["unfinished", ""]);
  expect(problem("~ a b")).toEqual(["unexpected", "b"]);
  expect(problem("~ (a + b")).toEqual(["bracket-open", "("]);
  expect(problem("~ a)")).toEqual(["unexpected", ")"]);
  expect(problem("~ `a")).toEqual(["name-open", "`a"]);
  expect(problem("~ a & b")).toEqual(["character", "&"]);
  expect(problem("~ a + 2")).toEqual(["number", "2"]);
  expect(problem("~ a:1")).toEqual(["number", "1"]);
  expect(problem("~ 0*a")).toEqual(["number", "0"]);
  expect(problem("~ (a + b)^x")).toEqual(["power", "x"]);
  expect(problem("~ a^0")).toEqual(["power", "0"]);
  expect(problem("~ sex + factor(time)")).toEqual(["function", "factor(time)", "~ sex + time", "time"]);
  expect(problem("~ log(dose)")).toEqual(["function", "log("]);
  expect(problem("~ .")).toEqual(["dot", "."]);
  expect(problem(`~ ${"(".repeat(200)}a`)?.[0]).toBe("too-much");
  expect(problem(`~ ${Array.from({ length: 40 }, (_, at) => `a${at}`).join(" + ")}`)?.[0]).toBe("too-much");
  expect(problem(`~ (${Array.from({ length: 25 }, (_, at) => `a${at}`).join(" + ")})^9`)?.[0]).toBe("too-much");
});

test("clicking and typing write the same text", () => {
  const formula = formulaOf("~ batch + condition * `cell line`");
  expect(formulaText(namedTerms(formula), formula.intercept)).toBe("~ batch + condition + `cell line` + condition:`cell line`");
  expect(withoutColumn(formula, "cell line")).toBe("~ batch + condition");
  expect(withTerm(formula, ["sex"])).toBe("~ batch + condition + `cell line` + condition:`cell line` + sex");
  expect(withTerm(formula, ["cell line", "condition"])).toBe(formula.text);
  expect(withoutColumn(formulaOf("~ 0 + a"), "a")).toBe("~ 0");
});

const random = seededRandom(96_870);
const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
const invented = (): Sheet => {
  const rows = 6 + Math.floor(random() * 20);
  const letters = (of: string): string => Array.from({ length: rows }, () => pick([...of])).join("");
  const twin = letters("xy");
  const made: { [column: string]: string | readonly number[] } = {
    a: letters("pqr"),
    b: twin,
    c: random() < 0.3 ? twin : letters("uvw"),
  };
  made["n"] = Array.from({ length: rows }, () => Math.round(random() * 8));
  return made;
};
const formulas = [
  "~ a + b",
  "~ a * b",
  "~ b + c",
  "~ b * c + n",
  "~ 0 + a + c",
  "~ a:b",
  "~ 0 + c:b + n",
  "~ a / n",
  "~ (a + b + c)^2",
  "~ n",
];

test("by chance: the rank is no more than rows and columns, what is aliased is said, another column never lowers the rank", () => {
  let lacking = 0;
  for (let time = 0; time < 400; time++) {
    const made = invented();
    const text = pick(formulas);
    const { matrix, rank, aliased, findings, rows } = looked(made, text);
    if (!matrix) continue;
    expect(rank).toBeLessThanOrEqual(Math.min(rows.length, matrix.columns.length));
    expect(rank + aliased.length).toBe(matrix.columns.length);
    const isSaid = findings.some(({ severity }) => severity === "error");
    if (aliased.length > 0) {
      lacking++;
      expect([text, made, isSaid]).toEqual([text, made, true]);
    }
    const values = matrix.columns.map((column) => column.values);
    for (let width = 1; width < values.length; width++)
      expect(designRank(values.slice(0, width)).rank).toBeLessThanOrEqual(designRank(values.slice(0, width + 1)).rank);
    // Where samples stand does not matter.
    const turned = values.map((column) => column.toReversed());
    expect(designRank(turned).rank).toBe(rank);
  }
  expect(lacking).toBeGreaterThan(50);
});
