// A coefficient as people read it: of a group the group and, behind a stroke, the one that it is compared with; of a number one more of it.

import type { Formula } from "../../stats/design/formula.ts";
import type { ModelColumn, Variable } from "../../stats/design/model-matrix.ts";

export interface Read {
  readonly label: string;
  /** Of a term of one column what it is. */
  readonly column: string;
  readonly shape: "intercept" | "number" | "group" | "mean" | "together";
  readonly level: string;
  readonly reference: string;
}

interface Of {
  readonly matrix: { readonly columns: readonly ModelColumn[] };
  readonly formula: Formula;
  readonly variables: readonly Variable[];
}

/** `mean`: of a formula without an intercept a group by itself, compared with none. */
export function readColumn({ parts, term }: ModelColumn, { matrix, formula, variables }: Of): Read {
  const { variables: names } = formula;
  const told = parts.map(({ variable: place, level }) => {
    const variable = variables[place];
    const name = names[place] ?? "";
    if (level === null || variable?.kind !== "factor") return { name, level: "", reference: "" };
    return { name, level: variable.levels[level] ?? "", reference: level === 0 ? "" : (variable.levels[0] ?? "") };
  });
  const [first, second] = told;
  if (!first) return { label: "(Intercept)", column: "", shape: "intercept", level: "", reference: "" };
  if (second) {
    const label = told.map(({ name, level }) => (level === "" ? name : `${name}: ${level}`)).join(" × ");
    return { label, column: "", shape: "together", level: "", reference: "" };
  }
  const { name: column, level, reference } = first;
  if (level === "") return { label: `${column} + 1`, column, shape: "number", level, reference };
  const isByItself = matrix.columns.some((other) => other.term === term && other.parts[0]?.level === 0);
  if (isByItself) return { label: `${column}: ${level}`, column, shape: "mean", level, reference: "" };
  return { label: `${column}: ${level} / ${reference}`, column, shape: "group", level, reference };
}
