// A design without some of its terms: what a likelihood ratio or an F test compares a model with. Terms that act with one that is
// left out go with it, else the others would stand for it.

import type { Failure } from "../base/failure.ts";
import { nearestNames } from "../base/nearest-name.ts";
import { err, ok, type Result } from "../base/result.ts";
import { readFormula } from "../stats/design/formula.ts";
import { modelMatrix, type Variable } from "../stats/design/model-matrix.ts";
import type { FittedDesign } from "./fitted-design.ts";
import { words } from "./words.ts";

export interface SmallerFormula {
  /** As R has it. */
  readonly formula: string;
  /** Of each coefficient of the whole design. */
  readonly kept: readonly boolean[];
}

/** What can be left out, as the formula has it. */
export function termsIn(formula: string): readonly string[] {
  const read = readFormula(formula);
  return read.ok ? read.value.terms.map(({ label }) => label) : [];
}

/** Terms as the formula has them: "time", "sex:time". */
export function withoutTerms(
  { formula: text, variables }: FittedDesign,
  without: readonly string[],
): Result<SmallerFormula, Failure> {
  const read = readFormula(text);
  const terms = read.ok ? read.value.terms : [];
  const labels = terms.map(({ label }) => label);
  const refuse = (failure: Failure): Result<SmallerFormula, Failure> => err({ ...failure, at: ["without"] });
  if (!read.ok || without.length === 0) return refuse(words.failure("no-terms", { available: labels }));
  const unknown = without.find((label) => !labels.includes(label));
  if (unknown !== undefined) {
    const near = nearestNames(unknown, labels);
    return refuse(words.failure("term-missing", { term: unknown, available: near.length > 0 ? near : labels }));
  }
  const left = terms.filter(({ label }) => without.includes(label));
  const dependent = terms.filter(
    (term) => !left.includes(term) && left.some((each) => each.variables.every((place) => term.variables.includes(place))),
  );
  if (dependent.length > 0)
    return refuse(words.failure("term-in-others", { terms: [...without], others: dependent.map(({ label }) => label) }));
  if (!read.value.intercept) return refuse(words.failure("no-intercept", { terms: [...without] }));
  const inModel = variables.map(
    (variable): Variable =>
      variable.kind === "number" ? { kind: "number", values: [] } : { kind: "factor", levels: variable.levels, codes: [] },
  );
  const kept = modelMatrix(read.value, inModel, 0).columns.map(
    ({ term }) => term === 0 || !without.includes(labels[term - 1] ?? ""),
  );
  const rest = labels.filter((label) => !without.includes(label));
  return ok({ formula: `~ ${rest.length === 0 ? "1" : rest.join(" + ")}`, kept });
}
