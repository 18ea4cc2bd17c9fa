// Formulas written anew: without a column, with one more, with an interaction, with or without the intercept. What comes out is
// the plain sum of the terms, so that whoever clicks sees what she gets.

import type { Formula } from "./formula.ts";
import { quoted } from "./terms.ts";

/** A term as the names of its columns. */
export type NamedTerm = readonly string[];

export const namedTerms = ({ terms, variables }: Formula): readonly NamedTerm[] =>
  terms.map((term) => term.variables.map((place) => variables[place] ?? ""));

/** `~ 0 + batch + condition + batch:condition`; of nothing `~ 1` and `~ 0`. */
export function formulaText(terms: readonly NamedTerm[], intercept: boolean): string {
  const written = terms.map((names) => names.map(quoted).join(":"));
  if (written.length === 0) return intercept ? "~ 1" : "~ 0";
  return `~ ${[...(intercept ? [] : ["0"]), ...written].join(" + ")}`;
}

export const withoutColumn = (formula: Formula, name: string): string =>
  formulaText(
    namedTerms(formula).filter((names) => !names.includes(name)),
    formula.intercept,
  );

/** The term at that place, from 0. */
export const withoutTerm = (formula: Formula, at: number): string =>
  formulaText(namedTerms(formula).toSpliced(at, 1), formula.intercept);

/** As it is where the term is there. */
export function withTerm(formula: Formula, names: NamedTerm): string {
  const before = namedTerms(formula);
  const isSame = (term: NamedTerm): boolean => term.length === names.length && names.every((name) => term.includes(name));
  if (before.some(isSame)) return formula.text;
  return formulaText([...before, names], formula.intercept);
}

export const withIntercept = (formula: Formula, intercept: boolean): string => formulaText(namedTerms(formula), intercept);
