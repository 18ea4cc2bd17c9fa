// A coefficient as people read it: of a group the group and, behind a stroke, the one that it is compared with; of a number one more of it.

import type { Formula } from "../../stats/design/formula.ts";
import type { ModelColumn, Variable } from "../../stats/design/model-matrix.ts";

export interface Read {
  readonly label: string;
  /** Of a term of one column what it is. */
  readonly column: string;
  readonly shape: "intercept" | "number" | "group" | "together";
  readonly level: string;
  readonly reference: string;
}

export function readColumn({ parts }: ModelColumn, { variables: names }: Formula, variables: readonly Variable[]): Read {
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
  const label = reference === "" ? `${column}: ${level}` : `${column}: ${level} / ${reference}`;
  return { label, column, shape: reference === "" ? "together" : "group", level, reference };
}
