// A table as a matrix. What is guessed (which column names the rows, what a row is, what the numbers are) is said, with what was
// seen; names that are missing or stand twice are refused, since nobody could find those rows again.

import { asWritten } from "../../artifacts/as-written.ts";
import type { Assay, Column, Table } from "../../artifacts/artifact.ts";
import { assayOf } from "../../artifacts/assay.ts";
import { scaleOfValues } from "../../artifacts/scale-of-values.ts";
import { meaningOf, namesOfRows } from "../../artifacts/semantics.ts";
import { holdsNothing, isMissing, moreOf, tableOf, textColumn, textsOf } from "../../artifacts/table.ts";
import type { Apply, OptionsOf, StepScope } from "../../contract/step.ts";
import { chosenNumbers, type Numbers } from "../parts/numbers-of-columns.ts";
import { listed } from "../parts/said.ts";
import { isNumeric, needColumn, refuse } from "../parts/step-scope.ts";
import type { toMatrix } from "./step.ts";
import { words } from "./words.ts";

type Options = OptionsOf<typeof toMatrix>;
const limit = 100_000_000;

export const apply: Apply<typeof toMatrix> = {
  table(step, table, scope) {
    const ids = namingColumn(step, table, scope);
    const names = namesIn(ids, table.rowCount, scope);
    const values = valuesOf(step, ids, table, scope);
    const isFeatures = rowsAreFeatures(step, { ids, rows: table.rowCount, columns: values.length }, scope);
    const others = table.columns.filter((column) => column !== ids && !values.some((each) => each.column === column));
    const rows = tableOf(textColumn(ids.name, names, moreOf(ids)), ...others);
    const noun =
      ids.semantic === "gene" || ids.semantic === "ensembl-gene" ? "gene" : ids.semantic === "probe" ? "probe" : "feature";
    const columnNames = values.map(({ column }) => column.name);
    const other = isFeatures
      ? tableOf(textColumn("sample", columnNames, { semantic: "sample" }))
      : tableOf(textColumn("feature", columnNames));
    const data = numbersIn(values, table.rowCount, isFeatures, scope);
    const found: Assay["values"] = { layout: "dense", data };
    return assayOf({
      values: found,
      features: isFeatures ? rows : other,
      samples: isFeatures ? other : rows,
      scale: step.scale === "guess" ? guessedScale(found, scope) : step.scale,
      featureNoun: isFeatures ? noun : "feature",
    });
  },
};

function namingColumn(step: Options, table: Table, scope: StepScope): Column {
  if (step.ids !== "") return needColumn(scope, table, step.ids, ["ids"]);
  const found = namesOfRows(table.columns);
  if (!found) return refuse(scope, words, "no-ids", {}, ["ids"], { asks: true });
  scope.say(words.sentence("ids-guessed", { step: scope.index + 1, column: found.name }));
  return found;
}

function namesIn(column: Column, rows: number, scope: StepScope): readonly string[] {
  const names = textsOf(column);
  const n = names.reduce((sum, name, row) => sum + (isMissing(column, row) || name.trim() === "" ? 1 : 0), 0);
  if (n > 0) refuse(scope, words, "ids-missing", { column: column.name, n }, ["ids"]);
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const name of names) (seen.has(name) ? twice : seen).add(name);
  if (seen.size < rows) refuse(scope, words, "ids-twice", { column: column.name, names: listed([...twice]) }, ["ids"]);
  return names;
}

/** All columns of numbers that name nothing, or those that are chosen. */
function valuesOf(step: Options, ids: Column, table: Table, scope: StepScope): readonly Numbers[] {
  if (step.values.includes(ids.name)) refuse(scope, words, "ids-valued", { column: ids.name }, ["values"]);
  const all = table.columns.filter(
    (column) => column !== ids && isNumeric(column) && meaningOf(column.semantic).names === undefined,
  );
  if (step.values.length === 0) sayEmpty(table, ids, scope);
  const chosen = step.values.length > 0 ? step.values : all.map(({ name }) => name);
  if (chosen.length === 0) return refuse(scope, words, "no-values", {}, ["values"]);
  const cells = chosen.length * table.rowCount;
  if (cells > limit) refuse(scope, words, "large", { cells, limit }, ["values"]);
  return chosenNumbers(chosen, table, scope, { key: words.key("title"), params: {} });
}

/** A sample that was never measured has a column all the same, of which nothing says that it is one of numbers. */
function sayEmpty(table: Table, ids: Column, scope: StepScope): void {
  const empty = table.columns.filter((column) => column !== ids && column.type === "text" && holdsNothing(column));
  if (empty.length === 0 || table.rowCount === 0) return;
  const names = listed(empty.map(({ name }) => name));
  scope.say(words.sentence("columns-empty", { step: scope.index + 1, n: empty.length, names }));
}

interface Shape {
  readonly ids: Column;
  readonly rows: number;
  readonly columns: number;
}

function rowsAreFeatures({ rows: said }: Options, { ids, rows, columns }: Shape, scope: StepScope): boolean {
  if (said !== "guess") return said === "features";
  const { names } = meaningOf(ids.semantic);
  const byName = names === "features" ? true : names === "individuals" ? false : null;
  const isFeatures = byName ?? rows >= columns;
  const why = { key: words.key(byName === null ? "why-shape" : "why-names"), params: { column: ids.name } };
  scope.say(words.sentence(isFeatures ? "guessed-features" : "guessed-samples", { step: scope.index + 1, n: columns, why }));
  return isFeatures;
}

function guessedScale(values: Assay["values"], scope: StepScope): Assay["scale"] {
  const scale = scaleOfValues(values);
  scope.say(words.sentence(scale === "counts" ? "guessed-counts" : "guessed-unknown", { step: scope.index + 1 }));
  return scale;
}

/** Features x samples. What is missing is NaN; what 32 bits do not hold is refused, what they round is counted. */
function numbersIn(columns: readonly Numbers[], rows: number, isFeatures: boolean, scope: StepScope): Float32Array {
  const data = new Float32Array(columns.length * rows);
  let rounded = 0;
  for (const [at, { column, values }] of columns.entries())
    for (let row = 0; row < rows; row++) {
      const value = values[row] as number;
      const held = Math.fround(value);
      if (Number.isFinite(value) && !Number.isFinite(held))
        refuse(scope, words, "huge", { column: column.name, value: String(value) }, ["values"]);
      if (held !== value && asWritten(held) !== value && !Number.isNaN(value)) rounded++;
      data[isFeatures ? row * columns.length + at : at * rows + row] = held;
    }
  if (rounded > 0) scope.say(words.sentence("rounded", { step: scope.index + 1, n: rounded }));
  return data;
}
