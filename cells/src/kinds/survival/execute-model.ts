// The Cox model of a survival cell: the design's columns without the intercept (the baseline hazard is it), within strata, each term
// with the test that its hazards stay in proportion.

import type { Table } from "../../artifacts/artifact.ts";
import type { Json, JsonObject } from "../../base/json.ts";
import { failure, type Failure } from "../../base/failure.ts";
import { invariant } from "../../base/invariant.ts";
import { err, ok, type Result } from "../../base/result.ts";
import { seeDesign } from "../../design/see-design.ts";
import { type DesignSpec, takenOf, withTaken } from "../../design/spec.ts";
import { variableOf } from "../../design/variables-of-sheet.ts";
import type { Formula } from "../../stats/design/formula.ts";
import type { ModelColumn } from "../../stats/design/model-matrix.ts";
import { columnOf, takeRows } from "../../artifacts/table.ts";
import type { SurvivalBody } from "../../reports/survival/report.ts";
import { concordance } from "../../stats/survival/concordance.ts";
import { type CoxFit, fitCox, hazardRatio, type TestOfAll } from "../../stats/survival/cox.ts";
import { proportionalHazards } from "../../stats/survival/proportional-hazards.ts";
import type { CoxData } from "../../stats/survival/risk-sums.ts";
import type { FollowUp } from "../../stats/survival/survival-data.ts";
import { quoted } from "../../stats/design/terms.ts";
import type { Strata } from "./execute-groups.ts";
import type { Doubt } from "./execute-rows.ts";
import { knownLater } from "./known-later.ts";
import type { SurvivalSpec } from "./spec.ts";
import { words } from "./words.ts";

type Model = NonNullable<SurvivalBody["model"]>;

/** The design that is fitted: what is written, or the groups. Null: neither is there. */
export function designAsked({ model, group }: SurvivalSpec): DesignSpec | null {
  if (model.formula.trim() !== "") return model;
  if (group === "") return null;
  return { ...withTaken(model, group, { as: "factor" }), formula: `~ ${quoted(group)}`, missing: "drop" };
}

interface Asked {
  readonly sheet: Table;
  readonly follow: FollowUp;
  readonly strata: Strata;
  readonly spec: SurvivalSpec;
  readonly doubts: Doubt[];
}

export interface FittedModel {
  readonly body: Model;
  /** Columns that are taken as groups, the reference first. */
  readonly factors: readonly { readonly name: string; readonly levels: readonly string[] }[];
}

/** `null` where there is nothing to fit, which is said. */
export function modelOf({ sheet, follow, strata, spec, doubts }: Asked): Result<FittedModel | null, Failure> {
  const design = designAsked(spec);
  if (!design) return ok(null);
  if (design.block !== null)
    return err(
      words.failure(
        "no-blocks",
        { block: design.block },
        { at: ["model", "block"], fix: { path: ["model", "block"], value: null } },
      ),
    );
  const isWritten = spec.model.formula.trim() !== "";
  const { formula, looked, said } = seeDesign(sheet, design);
  const hindering = said.find(({ severity }) => severity === "error");
  if (hindering) {
    // Of groups that nobody wrote a model of the curves are there all the same.
    if (!isWritten) {
      doubts.push(hindering.bare);
      return ok(null);
    }
    const [fix] = hindering.fixes;
    const mended = fix ? { fix: { path: ["model"], value: fix.design as Json } } : {};
    return err(failure(hindering.sentence.key, hindering.sentence.params, { at: ["model"], ...mended }));
  }
  invariant(formula && looked?.matrix, "a design without an error is made");
  if (!formula.intercept) return err(words.failure("no-intercept", {}, { at: ["model", "formula"] }));
  if (isWritten) doubts.push(...said.filter(({ severity }) => severity === "warning").map(({ bare }) => bare));
  const later = knownLater(isWritten ? formula.variables.filter((name) => name !== spec.group) : []);
  if (later.length > 0) doubts.push(words.sentence("known-later", { columns: later, n: later.length }));
  const columns = looked.matrix.columns.filter(({ term }) => term > 0);
  if (columns.length === 0) return err(words.failure("no-terms", {}, { at: ["model", "formula"] }));
  // Rows of the design that stand in a stratum.
  const places = Array.from(looked.rows, (row, at) => ({ row, at })).filter(({ row }) => (strata.codes[row] as number) >= 0);
  const data: CoxData = {
    time: Float64Array.from(places, ({ row }) => follow.time[row] as number),
    event: Uint8Array.from(places, ({ row }) => follow.event[row] as number),
    columns: columns.map(({ values }) => Float64Array.from(places, ({ at }) => values[at] as number)),
    strata: Int32Array.from(places, ({ row }) => strata.codes[row] as number),
    strataCount: strata.count,
    ties: spec.ties,
  };
  const made = fitCox(data);
  const names = columns.map(({ name }) => name);
  if ("failed" in made) return notFitted(made.failed, names, isWritten, doubts);
  // The reference of a factor is the first group that is left.
  const used = takeRows(sheet, looked.rows);
  const termOf = columns.map(({ term }) => term - 1);
  const body = bodyOf(data, made.fit, {
    names,
    labelOf: columns.map((column) => labelOf(column, formula, used, design)),
    termOf,
    labels: formula.terms.map(({ label }) => label),
    crossed: formula.terms.some(({ variables }) => variables.length > 1),
    text: formula.text.trim(),
    spec,
    doubts,
  });
  return ok({ body, factors: factorsOf(formula, used, design) });
}

function factorsOf({ variables }: Formula, used: Table, design: DesignSpec): FittedModel["factors"] {
  return variables.flatMap((name) => {
    const column = columnOf(used, name);
    const made = column ? variableOf(column, takenOf(design, name)) : null;
    return made?.ok && made.value.kind === "factor" ? [{ name, levels: made.value.levels }] : [];
  });
}

function notFitted(
  { problem, column }: { readonly problem: "no-events" | "not-told-apart" | "no-end"; readonly column: number },
  names: readonly string[],
  isWritten: boolean,
  doubts: Doubt[],
): Result<null, Failure> {
  const params = { name: names[column] ?? "" };
  if (problem === "no-events" || !isWritten) {
    doubts.push(words.sentence(`model-${problem}`, params));
    return ok(null);
  }
  return err(words.failure(`model-${problem}`, params, { at: ["model", "formula"] }));
}

interface Named {
  readonly names: readonly string[];
  readonly labelOf: readonly string[];
  readonly termOf: readonly number[];
  readonly labels: readonly string[];
  readonly crossed: boolean;
  readonly text: string;
  readonly spec: SurvivalSpec;
  readonly doubts: Doubt[];
}

/** Of an interaction as R calls it. */
function labelOf({ name, parts }: ModelColumn, { variables }: Formula, sheet: Table, design: DesignSpec): string {
  const [part, more] = parts;
  const column = part && !more ? columnOf(sheet, variables[part.variable] ?? "") : null;
  if (!part || !column) return name;
  if (part.level === null) return `${column.name} + 1`;
  const made = variableOf(column, takenOf(design, column.name));
  const levels = made.ok && made.value.kind === "factor" ? made.value.levels : [];
  const level = levels.find((one) => `${quoted(column.name)}${one}` === name || `${column.name}${one}` === name);
  return level === undefined ? name : `${column.name}: ${level} / ${levels[0] ?? ""}`;
}

/** Below this many events a coefficient the ratios are drawn by chance (Peduzzi 1995). */
const fewestEvents = 10;
const doubtful = 0.05;

function bodyOf(data: CoxData, fit: CoxFit, { names, labelOf: told, termOf, labels, crossed, text, spec, doubts }: Named): Model {
  const events = data.event.reduce((sum, value) => sum + value, 0);
  const isUnbounded = fit.unbounded.length > 0;
  const tested = isUnbounded
    ? null
    : proportionalHazards(
        data,
        fit,
        labels.map((_, term) => termOf.flatMap((of, at) => (of === term ? [at] : []))),
      );
  const harrell = concordance(data, fit.predictor, data.strata, data.strataCount);
  if (events < fewestEvents * names.length)
    doubts.push(
      events < fewestEvents
        ? words.sentence("few-events-none", { events, coefficients: names.length })
        : words.sentence("few-events", { events, coefficients: names.length, most: Math.floor(events / fewestEvents) }),
    );
  if (isUnbounded) doubts.push(words.sentence("unbounded", { names: fit.unbounded.map((at) => told[at] ?? "") }));
  const changing = labels.filter((_, term) => (tested?.terms[term]?.p ?? 1) < doubtful);
  if (changing.length > 0) doubts.push(words.sentence("not-proportional", { terms: changing, p: tested?.all.p ?? null }));
  return {
    formula: text,
    ties: spec.ties,
    n: data.time.length,
    events,
    hazards: names.map((name, at) => {
      const [coefficient, error] = [fit.coefficients[at] as number, fit.errors[at] as number];
      const isEndless = fit.unbounded.includes(at);
      const [ratio, lower, upper] = isEndless ? [null, null, null] : hazardRatio(coefficient, error, spec.level);
      return {
        name,
        label: told[at] ?? name,
        term: termOf[at] as number,
        coefficient,
        error,
        ratio,
        lower,
        upper,
        p: isEndless ? null : there(fit.p[at]),
      };
    }),
    terms: labels.map((label, term) => ({ label, proportional: tested ? testIn(tested.terms[term]) : null })),
    ...(crossed ? { crossed } : {}),
    proportional: tested ? testIn(tested.all) : null,
    likelihoodRatio: testIn(fit.likelihoodRatio),
    wald: testIn(fit.wald),
    score: testIn(fit.score),
    concordance: there(harrell.value),
    concordanceError: there(harrell.error),
  };
}

export const there = (value: number | undefined): number | null =>
  value === undefined || !Number.isFinite(value) ? null : value;

export const testIn = (test: TestOfAll | undefined): { statistic: number | null; freedom: number; p: number | null } => ({
  statistic: there(test?.statistic),
  freedom: test?.freedom ?? 0,
  p: there(test?.p),
});

export const asJson = (body: SurvivalBody): JsonObject => body as JsonObject;
