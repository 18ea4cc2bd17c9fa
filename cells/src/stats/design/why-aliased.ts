// Why columns of a model matrix follow from others, by the columns of the sample sheet that cause it: found by how those divide
// the samples, not by the coefficients, which nobody reads.

import type { Aliased } from "../design-rank.ts";
import { withIntercept, withoutColumn, withoutTerm } from "./edit-formula.ts";
import { type DesignFix, type Finding, mostListed, type What } from "./finding.ts";
import type { Formula } from "./formula.ts";
import type { ModelColumn, Variable } from "./model-matrix.ts";
import { cellsOf } from "./cells.ts";
import { type Division, divisionOf, follows, pairsOf, smallestPart } from "./tell-apart.ts";

interface Facts {
  readonly formula: Formula;
  readonly variables: readonly Variable[];
  readonly columns: readonly ModelColumn[];
  readonly aliased: readonly Aliased[];
}

/** Each cause once, in the order of the columns. */
export function whyAliased(facts: Facts): readonly Finding[] {
  const why = new Why(facts);
  const found = new Map<string, Finding>();
  for (const aliased of facts.aliased) {
    const finding = why.of(aliased);
    if (finding) found.set(JSON.stringify(finding), finding);
  }
  return [...found.values()];
}

class Why {
  readonly #facts: Facts;
  readonly #divisions: readonly Division[];
  /** Pairs of columns of which it is said already why they cannot be told apart. */
  readonly #said = new Set<string>();

  constructor(facts: Facts) {
    this.#facts = facts;
    this.#divisions = facts.variables.map(divisionOf);
  }

  of({ column, from }: Aliased): Finding | null {
    const { columns, formula } = this.#facts;
    const aliased = columns[column] as ModelColumn;
    const sources = from.map((each) => columns[each.column] as ModelColumn);
    const own = aliased.parts.map(({ variable }) => variable);
    const others = [...new Set(sources.flatMap(({ parts }) => parts.map(({ variable }) => variable)))].filter(
      (variable) => !own.includes(variable),
    );
    if (this.#isSaid([...own, ...others])) return null;
    const [only, second] = own;
    if (only === undefined) return null;
    if (second !== undefined) return this.#ofInteraction(aliased, sources, others);
    const values = this.#divisions[only] as Division;
    if (others.length === 0 && values.isNumber) return this.#constant(only);
    if (others.length === 1) return this.#pair(only, others[0] as number);
    const term = formula.terms[aliased.term - 1]?.label ?? "";
    return {
      kind: "together",
      term,
      others: others.map((each) => this.#name(each)),
      severity: "error",
      fixes: [this.#leave(only)],
    };
  }

  #name(variable: number): string {
    return this.#facts.formula.variables[variable] ?? "";
  }
  #leave(variable: number): DesignFix {
    const what = this.#name(variable);
    return { do: "leave-out", what, formula: withoutColumn(this.#facts.formula, what) };
  }
  #leaveTerm(term: number): DesignFix {
    const { formula } = this.#facts;
    return { do: "leave-out", what: formula.terms[term - 1]?.label ?? "", formula: withoutTerm(formula, term - 1) };
  }
  #isSaid(variables: readonly number[]): boolean {
    return variables.some((one) => variables.some((other) => this.#said.has(`${one} ${other}`)));
  }
  #constant(variable: number): Finding {
    const value = Number(this.#divisions[variable]?.names[0] ?? 0);
    return { kind: "constant", column: this.#name(variable), value, severity: "error", fixes: [this.#leave(variable)] };
  }

  /** Two columns that cannot both be told. */
  #pair(one: number, other: number): Finding {
    const both = this.#divided(one, other);
    const fixes = [this.#leave(one), this.#leave(other)];
    if (!both) {
      const what: What = { kind: "together", term: this.#name(one), others: [this.#name(other)] };
      return { ...what, severity: "error", fixes };
    }
    this.#said.add(`${one} ${other}`);
    return { ...both, severity: "error", fixes };
  }

  #divided(one: number, other: number): What | null {
    const [first, second] = [this.#divisions[other] as Division, this.#divisions[one] as Division];
    const [firstName, secondName] = [this.#name(other), this.#name(one)];
    // Numbers that follow from numbers do so by a formula, whatever samples they divide.
    if (first.isNumber && second.isNumber) return null;
    const [down, up] = [follows(second, first), follows(first, second)];
    const listed = (from: Division, of: Division) => pairsOf(from, of).slice(0, mostListed);
    if (down && up) return { kind: "same", first: firstName, second: secondName, pairs: listed(first, second) };
    if (down) return { kind: "follows", column: secondName, from: firstName, pairs: listed(first, second) };
    if (up) return { kind: "follows", column: firstName, from: secondName, pairs: listed(second, first) };
    if (first.isNumber || second.isNumber) return null;
    const part = smallestPart(first, second);
    if (!part) return null;
    return {
      kind: "apart",
      first: firstName,
      second: secondName,
      firstLevels: part.first.map((code) => first.names[code] ?? ""),
      secondLevels: part.second.map((code) => second.names[code] ?? ""),
    };
  }

  #ofInteraction(aliased: ModelColumn, sources: readonly ModelColumn[], others: readonly number[]): Finding {
    const { formula, variables } = this.#facts;
    const term = formula.terms[aliased.term - 1]?.label ?? "";
    const factors = aliased.parts.filter(({ level }) => level !== null).map(({ variable }) => variable);
    const cells = cellsOf(
      factors.map((place) => variables[place] as Variable),
      aliased.values.length,
    );
    const empty = cells.filter(({ count }) => count === 0);
    const fixes = [this.#leaveTerm(aliased.term)];
    if (empty.length > 0) {
      const nested = this.#nestedPair(factors);
      if (nested) return { ...nested, severity: "error", fixes: this.#nestedFixes(nested) };
      const listed = empty.slice(0, mostListed).map(({ name }) => name);
      return { kind: "cells-empty", term, cells: listed, n: empty.length, severity: "error", fixes };
    }
    const isOwn = sources.every((source) => source.term === 0 || source.term === aliased.term);
    if (isOwn && sources.some((source) => source.term === 0)) {
      const whole = { do: "formula", formula: withIntercept(formula, false) } as const;
      return { kind: "with-intercept", term, severity: "error", fixes: [whole] };
    }
    const labels = [...new Set(sources.flatMap((source) => (source.term === 0 ? [] : source.term - 1)))];
    const from = others.length > 0 ? others.map((each) => this.#name(each)) : labels.map((at) => formula.terms[at]?.label ?? "");
    return { kind: "together", term, others: from.filter((label) => label !== term), severity: "error", fixes };
  }

  #nestedPair(factors: readonly number[]): (What & { kind: "nested" | "same" }) | null {
    for (const outer of factors)
      for (const inner of factors) {
        if (inner === outer || !follows(this.#divisions[outer] as Division, this.#divisions[inner] as Division)) continue;
        this.#said.add(`${inner} ${outer}`);
        const divided = this.#divided(inner, outer);
        if (divided?.kind === "same") return divided;
        const term = [outer, inner]
          .sort((a, b) => a - b)
          .map((each) => this.#name(each))
          .join(":");
        return { kind: "nested", inner: this.#name(inner), outer: this.#name(outer), term };
      }
    return null;
  }
  #nestedFixes(what: What & { kind: "nested" | "same" }): readonly DesignFix[] {
    const { variables } = this.#facts.formula;
    const names = what.kind === "nested" ? [what.outer, what.inner] : [what.first, what.second];
    return names.map((name) => this.#leave(variables.indexOf(name)));
  }
}
