// The design of a regression on the rows that have an outcome: its matrix, whose rows belong together, and what keeps it from being
// fitted, each with its way on.

import type { Table } from "../../artifacts/artifact.ts";
import { columnOf, isMissing, takeRows } from "../../artifacts/table.ts";
import type { Json } from "../../base/json.ts";
import { failure, type Failure } from "../../base/failure.ts";
import { invariant } from "../../base/invariant.ts";
import { err, ok, type Result } from "../../base/result.ts";
import type { RegressionFamily } from "../../contract/regression-family.ts";
import { ownClusters, refuseOwnClusters } from "../../design/own-clusters.ts";
import { perhapsRepeated, repeatedDonors } from "../../design/repeated-individuals.ts";
import { seeDesign } from "../../design/see-design.ts";
import type { DesignSpec } from "../../design/spec.ts";
import { variableOf } from "../../design/variables-of-sheet.ts";
import type { Formula } from "../../stats/design/formula.ts";
import type { ModelMatrix, Variable } from "../../stats/design/model-matrix.ts";
import type { Sentence } from "../../messages/sentence.ts";
import type { Outcome } from "./read-outcome.ts";
import type { RegressionSpec } from "./spec.ts";
import { words } from "./words.ts";

export interface Doubt extends Sentence {
  /** Numbers of rows that it tells of. */
  readonly rows?: readonly number[];
}

export interface Model {
  readonly formula: Formula;
  readonly matrix: ModelMatrix;
  readonly variables: readonly Variable[];
  readonly columns: readonly Float64Array[];
  readonly outcome: Float64Array;
  /** Logarithms; null: all alike. */
  readonly offset: Float64Array | null;
  readonly block: string | null;
  /** A number from 0 a row. */
  readonly groups: Int32Array | null;
  readonly groupCount: number;
  /** Places of the rows in the whole table. */
  readonly rows: Int32Array;
  readonly doubts: readonly Doubt[];
  /** A column that may name individuals, by what it is called; null: none, or it is taken into account. */
  readonly perhaps: string | null;
}

/** The column by which rows of one individual are told, where none is named and some come several times. */
export function individualsIn(outcome: Outcome, design: DesignSpec): string | null {
  if (design.block !== null) return design.block;
  const { formula } = seeDesign(outcome.sheet, design);
  const every = Int32Array.from({ length: outcome.sheet.rowCount }, (_, row) => row);
  return repeatedDonors(outcome.sheet.columns, every, formula?.variables ?? [])?.column ?? null;
}

export function modelOf(
  outcome: Outcome,
  spec: RegressionSpec,
  family: RegressionFamily,
  block: string | null,
): Result<Model, Failure> {
  const design: DesignSpec = { ...spec.design, block };
  const doubts: Doubt[] = [];
  const exposed = withExposure(outcome, spec, family, doubts);
  if (!exposed.ok) return exposed;
  const { sheet, places, exposure } = exposed.value;
  const { formula, looked, said } = seeDesign(sheet, design);
  if (formula?.variables.includes(spec.outcome))
    return err(words.failure("outcome-in-design", { outcome: spec.outcome }, { at: ["design", "formula"] }));
  const clusters = ownClusters(sheet.columns, [...(formula?.variables ?? []), spec.outcome]);
  if (clusters !== null) return err(refuseOwnClusters(clusters, clusters === spec.outcome ? ["outcome"] : ["design", "formula"]));
  const hindering = said.find(({ severity }) => severity === "error");
  if (hindering) {
    const [fix] = hindering.fixes;
    const mended = fix ? { fix: { path: ["design"], value: fix.design as Json } } : {};
    return err(
      failure(hindering.sentence.key, hindering.sentence.params, {
        at: ["design"],
        ...mended,
        ...(hindering.asks ? { asks: true } : {}),
      }),
    );
  }
  invariant(formula && looked?.matrix, "a design without an error is made");
  doubts.push(...said.filter(({ severity }) => severity === "warning").map(({ bare }) => bare));
  const repeated = repeatedDonors(sheet.columns, looked.rows, [...formula.variables, ...(block === null ? [] : [block])]);
  if (repeated) {
    const { column, n, all } = repeated;
    return err(
      words.failure(
        family.blocks === "intercepts" || family.outcome !== "number" ? "repeated-individuals" : "repeated-individuals-mixed",
        { column, n, all },
        { at: ["design", "block"], fix: { path: ["design", "block"], value: column } },
      ),
    );
  }
  const perhaps = block === null ? perhapsRepeated(sheet.columns, looked.rows, formula.variables) : null;
  if (perhaps) doubts.push({ ...words.sentence("perhaps-repeated", { ...perhaps }), rows: [perhaps.n] });
  const groups = block === null ? null : groupsOf(sheet, block, looked.rows);
  return ok({
    formula,
    matrix: looked.matrix,
    variables: looked.variables,
    columns: looked.matrix.columns.map(({ values }) => values),
    outcome: Float64Array.from(looked.rows, (row) => outcome.values[places[row] as number] as number),
    offset: exposure && Float64Array.from(looked.rows, (row) => Math.log(exposure[row] as number)),
    block,
    groups,
    groupCount: groups ? groups.reduce((most, code) => Math.max(most, code), -1) + 1 : 0,
    rows: looked.rows.map((row) => outcome.places[places[row] as number] as number),
    doubts,
    perhaps: perhaps?.column ?? null,
  });
}

interface Exposed {
  readonly sheet: Table;
  /** Of each row its place among those with an outcome. */
  readonly places: ArrayLike<number>;
  readonly exposure: Float64Array | null;
}

function withExposure(
  outcome: Outcome,
  { exposure: name }: RegressionSpec,
  family: RegressionFamily,
  doubts: Doubt[],
): Result<Exposed, Failure> {
  const { sheet } = outcome;
  const every = Array.from({ length: sheet.rowCount }, (_, row) => row);
  if (name === "") return ok({ sheet, places: every, exposure: null });
  const fix = { at: ["exposure"], fix: { path: ["exposure"], value: "" } };
  if (!family.takesExposure) return err(words.failure("no-exposure", {}, fix));
  const column = columnOf(sheet, name);
  if (!column || column.type === "text" || column.type === "boolean")
    return err(words.failure("exposure-not-numbers", { column: name }, { at: ["exposure"] }));
  const rows = every.filter((row) => !isMissing(column, row));
  const values = Float64Array.from(rows, (row) => column.values[row] as number);
  if (!values.every((value) => value > 0 && Number.isFinite(value)))
    return err(words.failure("exposure-not-positive", { column: name }, { at: ["exposure"] }));
  const n = every.length - rows.length;
  if (n > 0) doubts.push({ ...words.sentence("exposure-missing", { n, columns: [name] }), rows: [n] });
  return ok({ sheet: takeRows(sheet, rows), places: rows, exposure: values });
}

/** Each individual a number from 0, in the order in which they come. */
function groupsOf(sheet: Table, block: string, rows: Int32Array): Int32Array {
  const column = columnOf(sheet, block);
  invariant(column, "a block that was looked at is there");
  const made = variableOf(column, { column: block, as: "factor" });
  invariant(made.ok && made.value.kind === "factor", "any column is taken as groups");
  const { codes } = made.value;
  const places = new Map<number, number>();
  return rows.map((row) => {
    const code = codes[row] as number;
    const place = places.get(code) ?? places.size;
    places.set(code, place);
    return place;
  });
}
