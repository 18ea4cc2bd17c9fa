// Out of a fit: coefficients with their intervals, tests of terms, marginal means and their differences, by the errors that were chosen.

import type { Failure } from "../../base/failure.ts";
import { err, ok, type Result } from "../../base/result.ts";
import type { FamilyOptions, FamilyWork, FittedRegression, RegressionFamily } from "../../contract/regression-family.ts";
import type { RegressionBody } from "../../reports/regression/report.ts";
import { averageRow } from "../../stats/design/group-weights.ts";
import type { Variable } from "../../stats/design/model-matrix.ts";
import { twoSidedP } from "../../stats/regression/fit-glm.ts";
import { type AdjustPairs, differencesOf, estimateOf } from "../../stats/regression/marginal-means.ts";
import { clusterVariance, hc3Variance } from "../../stats/regression/robust-variance.ts";
import { hypotheses, modelsCompared, testOf, waldTests } from "../../stats/regression/term-tests.ts";
import type { Model } from "./execute-model.ts";
import { type Read, readColumn } from "./label-of-column.ts";
import type { RegressionSpec } from "./spec.ts";
import { words } from "./words.ts";

export type Errors = "classical" | "hc3" | "cluster";

export interface Known {
  readonly fit: FittedRegression;
  readonly coefficients: Float64Array;
  readonly errors: Errors;
  readonly variance: Float64Array;
  readonly freedomOf: (weights: Float64Array) => number;
  readonly level: number;
}

export const there = (value: number | undefined): number | null =>
  value === undefined || !Number.isFinite(value) ? null : value;

/** Which errors are told: what was asked is obeyed or refused. */
export function errorsOf({ errors }: RegressionSpec, family: RegressionFamily, { block }: Model): Result<Errors, Failure> {
  if (family.blocks === "intercepts") {
    if (errors === "auto" || errors === "classical") return ok("classical");
    return err(words.failure("errors-of-mixed", {}, { at: ["errors"], fix: { path: ["errors"], value: "auto" } }));
  }
  if (block === null) {
    if (errors === "cluster") return err(words.failure("no-clusters", {}, { at: ["design", "block"] }));
    return ok(errors === "auto" ? "classical" : errors);
  }
  if (errors === "auto" || errors === "cluster") return ok("cluster");
  return err(words.failure("block-unused", { block }, { at: ["errors"], fix: { path: ["errors"], value: "auto" } }));
}

/** A row that alone decides its value has no HC3. */
const wholly = 1 - 1e-9;

export function knownBy(fit: FittedRegression, errors: Errors, model: Model, level: number): Result<Known, Failure> {
  const { pieces, coefficients } = fit;
  const known = { fit, coefficients, errors, level };
  if (errors === "classical" || !pieces) return ok({ ...known, variance: fit.variance, freedomOf: (weights) => fit.df(weights) });
  if (errors === "hc3") {
    if (pieces.leverages.some((value) => value > wholly)) return err(words.failure("hc3-alone", {}, { at: ["errors"] }));
    return ok({ ...known, variance: hc3Variance(model.columns, pieces), freedomOf: (weights) => fit.df(weights) });
  }
  const groups = model.groups ?? new Int32Array();
  const isNormal = fit.df(new Float64Array(fit.coefficients.length)) === Number.POSITIVE_INFINITY;
  // Clusters are what errors are known from: one less of them is the freedom of t (Stata, and clubSandwich's simplest).
  const df = isNormal ? Number.POSITIVE_INFINITY : model.groupCount - 1;
  return ok({ ...known, variance: clusterVariance(model.columns, pieces, groups), freedomOf: () => df });
}

type Coefficient = RegressionBody["coefficients"][number];

export async function coefficientsOf(
  known: Known,
  model: Model,
  { isProfile, pause }: { readonly isProfile: boolean; readonly pause: () => Promise<void> },
): Promise<{ readonly coefficients: readonly Coefficient[]; readonly read: readonly Read[] }> {
  const { fit } = known;
  const { matrix } = model;
  const read = matrix.columns.map((column) => readColumn(column, model));
  const coefficients: Coefficient[] = [];
  for (const [at, column] of matrix.columns.entries()) {
    await pause();
    const unit = Float64Array.from(fit.coefficients, (_, place) => Number(place === at));
    const { estimate, error, df, low, high } = estimateOf(unit, known);
    const profile = isProfile ? fit.profile?.(at, known.level) : undefined;
    const statistic = estimate / error;
    coefficients.push({
      name: column.name,
      label: read[at]?.label ?? column.name,
      term: column.term - 1,
      estimate,
      error: there(error),
      low: there(profile ? profile.low : low),
      high: there(profile ? profile.high : high),
      df: there(df),
      statistic: there(statistic),
      p: there(profile?.p ?? twoSidedP(statistic, df)),
    });
  }
  return { coefficients, read };
}

interface TestedTerms {
  readonly terms: RegressionBody["terms"];
  readonly testedBy: "f" | "chi" | "likelihood";
}

export async function termsOf(
  { fit, errors, variance, freedomOf }: Known,
  { formula, matrix, variables }: Model,
  { type, pause }: { readonly type: RegressionSpec["tests"]; readonly pause: (share?: number) => Promise<void> },
): Promise<TestedTerms> {
  const { terms } = formula;
  const asked = { terms, matrix, variables, variance, type };
  const told = (tests: readonly { statistic: number; df: number; residualDf: number; p: number }[]): RegressionBody["terms"] =>
    tests.map(({ statistic, df, residualDf, p }, at) => ({
      label: terms[at]?.label ?? "",
      statistic: there(statistic),
      df,
      residualDf: there(residualDf),
      p: there(p),
    }));
  if (fit.together) {
    const tests = [];
    for (const [at, rows] of hypotheses(asked).entries()) {
      await pause((1 + at / terms.length) / 2);
      tests.push(fit.together(rows));
    }
    return { terms: told(tests), testedBy: "f" };
  }
  if (fit.deviance && errors === "classical") {
    const tests = [];
    for (const [at, { full, without, df }] of modelsCompared(terms, { matrix, variables }, type).entries()) {
      await pause((1 + at / terms.length) / 2);
      tests.push(testOf(0, (await fit.deviance(without)) - (await fit.deviance(full)), df, Number.POSITIVE_INFINITY));
    }
    return { terms: told(tests), testedBy: "likelihood" };
  }
  const residualDf = freedomOf(new Float64Array(fit.coefficients.length));
  return {
    terms: told(waldTests(asked, { coefficients: fit.coefficients, residualDf })),
    testedBy: Number.isFinite(residualDf) ? "f" : "chi",
  };
}

interface Compared {
  readonly options: FamilyOptions;
  readonly work: FamilyWork;
  readonly model: Model;
  readonly spec: RegressionSpec;
}

const mostGroups = 50;

/** Settings of a comparison where none was given. */
const usual = { within: "", against: "each", adjust: "auto" } as const;

/** Null: nothing is compared. */
export function meansOf(known: Known, { options, work, model, spec }: Compared): Result<RegressionBody["means"], Failure> {
  const { formula, variables } = model;
  const factors = formula.variables.filter((_, at) => variables[at]?.kind === "factor");
  const by = spec.compare ?? factors[0] ?? "";
  if (by === "") {
    const field = (["within", "against", "adjust"] as const).find((name) => spec[name] !== usual[name]);
    if (field === undefined) return ok(null);
    const key = spec.compare === "" ? "compare-nothing" : "compare-no-groups";
    return err(words.failure(key, {}, { at: [field], fix: { path: [field], value: usual[field] } }));
  }
  const notGroups = (field: "compare" | "within", name: string): Failure =>
    words.failure(
      formula.variables.includes(name) ? "compare-number" : "compare-missing",
      { column: name, factors },
      { at: [field] },
    );
  const place = formula.variables.indexOf(by);
  const variable = variables[place];
  if (variable?.kind !== "factor") return err(notGroups("compare", by));
  // By itself too many groups are only not compared; asked for, it is said.
  if (variable.levels.length > mostGroups)
    return spec.compare === null
      ? ok(null)
      : err(words.failure("many-groups", { column: by, n: variable.levels.length, most: mostGroups }, { at: ["compare"] }));
  const inner = spec.within === "" ? -1 : formula.variables.indexOf(spec.within);
  const within = variables[inner];
  if (spec.within !== "" && (within?.kind !== "factor" || inner === place)) return err(notGroups("within", spec.within));
  const adjust = adjustOf(spec);
  if (!adjust.ok) return adjust;
  const outer = within?.kind === "factor" ? within.levels.map((name, code) => ({ name, code })) : [{ name: "", code: -1 }];
  const found: NonNullable<RegressionBody["means"]> = {
    by,
    within: spec.within,
    adjust: adjust.value,
    against: spec.against,
    rows: [],
    pairs: [],
  };
  for (const { name, code } of outer) {
    const rows = variable.levels.map((_, level) =>
      averageRow(formula, variables, { factor: place, levels: [level], within: code < 0 ? new Map() : new Map([[inner, code]]) }),
    );
    if (rows.some((row) => row === null)) return err(words.failure("many-combinations", { column: by }, { at: ["compare"] }));
    const weights = rows as readonly Float64Array[];
    weights.forEach((row, level) => {
      const { estimate, error, df, low, high } = estimateOf(row, known);
      found.rows.push({
        level: variable.levels[level] ?? "",
        within: name,
        n: countOf(variable, level, within, code),
        estimate,
        error: there(error),
        low: there(low),
        high: there(high),
        df: there(df),
        response: there(work.mean(options, estimate)),
        responseLow: there(work.mean(options, low)),
        responseHigh: there(work.mean(options, high)),
      });
    });
    for (const { one, other, estimate, error, df, low, high, statistic, p, adjusted } of differencesOf(weights, known, {
      adjust: adjust.value,
      against: spec.against,
    }))
      found.pairs.push({
        one: variable.levels[one] ?? "",
        other: variable.levels[other] ?? "",
        within: name,
        estimate,
        error: there(error),
        df: there(df),
        low: there(low),
        high: there(high),
        statistic: there(statistic),
        p: there(p),
        adjusted: there(adjusted),
      });
  }
  return ok(found);
}

function adjustOf({ adjust, against }: RegressionSpec): Result<AdjustPairs, Failure> {
  if (adjust === "auto") return ok(against === "each" ? "tukey" : "dunnett");
  if (adjust === "tukey" && against === "first")
    return err(words.failure("tukey-of-first", {}, { at: ["adjust"], fix: { path: ["adjust"], value: "dunnett" } }));
  if (adjust === "dunnett" && against === "each")
    return err(words.failure("dunnett-of-each", {}, { at: ["adjust"], fix: { path: ["adjust"], value: "tukey" } }));
  return ok(adjust);
}

function countOf(variable: Variable, level: number, within: Variable | undefined, code: number): number {
  if (variable.kind !== "factor") return 0;
  let count = 0;
  for (let row = 0; row < variable.codes.length; row++)
    if (variable.codes[row] === level && (code < 0 || (within?.kind === "factor" && within.codes[row] === code))) count++;
  return count;
}
