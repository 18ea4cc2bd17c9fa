// Formulas, model matrices, ranks and what is not estimable against R 4.2.2 and limma 3.54.1 (oracle.R wrote oracle.json).

import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { designRank } from "../design-rank.ts";
import { readFormula, type Formula } from "./formula.ts";
import { levelOrder } from "./level-order.ts";
import { completeRows, modelMatrix, takeVariableRows, type Variable, widthOf } from "./model-matrix.ts";

interface SheetColumn {
  readonly type: "text" | "number" | "boolean";
  readonly levels?: readonly string[];
  readonly values: readonly (string | number | boolean | null)[];
}
interface Answer {
  readonly sheet: string;
  readonly formula: string;
  readonly error?: string;
  readonly names: readonly string[];
  readonly assign: readonly number[];
  readonly labels: readonly string[];
  readonly intercept: boolean;
  readonly rows: readonly number[];
  readonly matrix: readonly string[];
  readonly rank: number;
  readonly aliased: readonly string[];
}
interface Oracle {
  readonly sorted: readonly string[];
  readonly sheets: { readonly [sheet: string]: { readonly [column: string]: SheetColumn } };
  readonly answers: readonly Answer[];
}
const oracle = JSON.parse(readFileSync(path.join(import.meta.dirname, "oracle.json"), "utf8")) as Oracle;

function variableOf({ type, levels, values }: SheetColumn, rows: readonly number[]): Variable {
  if (type === "number") return { kind: "number", values: values.map((value) => (value === null ? Number.NaN : Number(value))) };
  const texts = values.map((value) => (value === null ? null : type === "boolean" ? String(value).toUpperCase() : String(value)));
  const seen = new Set(rows.flatMap((row) => texts[row] ?? []));
  const sorted = levels ?? [...seen].sort(levelOrder);
  return { kind: "factor", levels: sorted, codes: texts.map((text) => (text === null ? -1 : sorted.indexOf(text))) };
}

function made({ sheet, formula: text }: Answer): { formula: Formula; variables: Variable[]; rows: Int32Array } {
  const read = readFormula(text);
  if (!read.ok) throw new Error(`${text}: ${read.error.problem}`);
  const columns = oracle.sheets[sheet] ?? {};
  const asked = read.value.variables.map((name) => {
    const column = columns[name];
    if (!column) throw new Error(`${text}: no ${name}`);
    return column;
  });
  const rowCount = Object.values(columns)[0]?.values.length ?? 0;
  const everyRow = [...Array(rowCount).keys()];
  const { rows } = completeRows(
    asked.map((column) => variableOf(column, everyRow)),
    rowCount,
  );
  const variables = asked.map((column) => takeVariableRows(variableOf(column, [...rows]), rows));
  return { formula: read.value, variables, rows };
}

const answered = oracle.answers.filter(({ error }) => error === undefined);

test("there is enough to compare", () => {
  expect(answered.length).toBeGreaterThan(100);
});

test.each(answered)("$sheet, $formula: terms, names, assign, values, rank and what is not estimable are R's", (answer) => {
  const { formula, variables, rows } = made(answer);
  // R writes the label of a %in% b so, and its columns a:b.
  if (!answer.formula.includes("%in%")) expect(formula.terms.map(({ label }) => label)).toEqual(answer.labels);
  expect(formula.intercept).toBe(answer.intercept);
  expect([...rows].map((row) => row + 1)).toEqual(answer.rows);
  const { columns } = modelMatrix(formula, variables, rows.length);
  expect(columns.map(({ name }) => name)).toEqual(answer.names);
  expect(widthOf(formula, variables)).toBe(columns.length);
  expect(columns.map(({ term }) => term)).toEqual(answer.assign);
  const matrix = answer.matrix.map((row) => row.split(" ").map(Number));
  columns.forEach(({ values }, at) => expect([...values]).toEqual(matrix.map((row) => row[at])));
  const { rank, aliased } = designRank(columns.map(({ values }) => values));
  expect(rank).toBe(answer.rank);
  // In what order: R puts those behind the last row, which it never looks at, before those that it set aside.
  expect(aliased.map(({ column }) => columns[column]?.name).sort()).toEqual([...answer.aliased].sort());
});

test("levels stand in R's order", () => {
  expect([...oracle.sorted].reverse().sort(levelOrder)).toEqual(oracle.sorted);
});
