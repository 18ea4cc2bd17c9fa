// A contrast on a fitted design: the weights of the coefficients, what is compared in words, and what keeps it from being asked.

import { nearestNames } from "../base/nearest-name.ts";
import type { JsonObject } from "../base/json.ts";
import { assertNever } from "../base/invariant.ts";
import { err, ok, type Result } from "../base/result.ts";
import type { Failure } from "../base/failure.ts";
import { readFormula } from "../stats/design/formula.ts";
import { groupWeights } from "../stats/design/group-weights.ts";
import type { Variable } from "../stats/design/model-matrix.ts";
import type { FittedDesign } from "./fitted-design.ts";
import type { ContrastAsks } from "./spec.ts";
import { type SmallerFormula, withoutTerms } from "./without-terms.ts";
import { words } from "./words.ts";

export interface ResolvedContrast {
  /** One factor a coefficient. */
  readonly weights: Float64Array;
  /** Of each cell whether it is compared: where none of them has a read there is no change; null: that is not asked. */
  readonly compared: readonly boolean[] | null;
  /** Samples on either side; null: coefficients were asked of. */
  readonly sizes: { readonly of: number; readonly against: number } | null;
  /** c("time", "Day8", "Day0") where it is one group against another. */
  readonly groupsInR: string | null;
  /** Columns on which the difference depends by the model, and over which it is averaged. */
  readonly averaged: readonly string[];
  /** Terms are left out: the smaller design, and of each coefficient whether it is kept; null: of a contrast. */
  readonly without: SmallerFormula | null;
}

type Groups = Extract<ContrastAsks, { readonly by: "groups" }>;
type Factor = Extract<FittedDesign["variables"][number], { readonly kind: "factor" }>;

export function resolveContrast(design: FittedDesign, asks: ContrastAsks): Result<ResolvedContrast, Failure> {
  switch (asks.by) {
    case "groups":
      return ofGroups(design, asks);
    case "coefficients":
      return ofCoefficients(design, asks.weights);
    case "terms": {
      const smaller = withoutTerms(design, asks.without);
      if (!smaller.ok) return smaller;
      const none = { weights: new Float64Array(0), compared: null, sizes: null, groupsInR: null, averaged: [] };
      return ok({ ...none, without: smaller.value });
    }
    default:
      return assertNever(asks);
  }
}

class Refused extends Error {
  readonly failure: Failure;
  constructor(key: Parameters<typeof words.failure>[0], params: JsonObject, at: string) {
    super(key);
    this.failure = words.failure(key, params, { at: [at] });
  }
}

function ofGroups(design: FittedDesign, asks: Groups): Result<ResolvedContrast, Failure> {
  try {
    const { place, levels } = factorOf(design, asks.factor, "factor");
    const of = asks.of.map((level) => levelOf({ name: asks.factor, levels }, level, "of"));
    const against = asks.against.map((level) => levelOf({ name: asks.factor, levels }, level, "against"));
    if (of.length === 0 || against.length === 0)
      throw new Refused("no-groups", { factor: asks.factor }, of.length === 0 ? "of" : "against");
    const both = of.find((level) => against.includes(level));
    if (both !== undefined) throw new Refused("same-group", { level: levels[both] ?? "" }, "against");
    const within = heldAt(design, asks.within, asks.factor, "within");
    const less = asks.less.length > 0 ? heldAt(design, asks.less, asks.factor, "less") : null;
    const first = weightsOf(design, { factor: place, of, against, within });
    const second = less ? weightsOf(design, { factor: place, of, against, within: less }) : null;
    const weights = first.map((value, at) => rounded(value - (second?.[at] ?? 0)));
    if (weights.every((value) => value === 0)) throw new Refused("nothing-compared", {}, "less");
    const isIn = (levelsOfCell: readonly (number | null)[], held: ReadonlyMap<number, number>) =>
      [...held].every(([at, level]) => levelsOfCell[at] === level);
    const isHeld = (cell: FittedDesign["cells"][number]) =>
      isIn(cell.levels, within) || (less !== null && isIn(cell.levels, less));
    const at = (cell: FittedDesign["cells"][number]) => cell.levels[place] ?? -1;
    const samplesAt = (side: readonly number[]) =>
      design.cells.reduce((sum, cell) => sum + (isHeld(cell) && side.includes(at(cell)) ? cell.n : 0), 0);
    const isPair = of.length === 1 && against.length === 1 && within.size === 0 && less === null;
    // With interactions DESeq2's own contrast of two groups is that within the first group of the others.
    const isPlain = isPair && !design.formula.includes(":") && !design.formula.includes("*");
    const held = new Set([...within.keys(), ...(less?.keys() ?? [])]);
    return ok({
      weights,
      averaged: crossedWith(design, place).flatMap((at) => (held.has(at) ? [] : (design.variables[at]?.name ?? []))),
      compared: isPlain
        ? design.cells.map((cell) => isHeld(cell) && (of.includes(at(cell)) || against.includes(at(cell))))
        : comparedBy(weights, design),
      sizes: { of: samplesAt(of), against: samplesAt(against) },
      without: null,
      groupsInR: isPlain
        ? `c(${[asks.factor, ...asks.of, ...asks.against].map((text) => JSON.stringify(text)).join(", ")})`
        : null,
    });
  } catch (error) {
    if (error instanceof Refused) return err(error.failure);
    throw error;
  }
}

/**
 * Cells that a contrast by weights speaks of, as DESeq2's results() has it: those whose rows, added up over the coefficients that have
 * a weight, are not 0. Null: all weights have one sign, and coefficients are what is asked.
 */
function comparedBy(weights: Float64Array, { cells }: FittedDesign): readonly boolean[] | null {
  if (weights.every((weight) => weight >= 0) || weights.every((weight) => weight <= 0)) return null;
  return cells.map(({ row }) => row.reduce((sum, value, at) => sum + (weights[at] === 0 ? 0 : value), 0) !== 0);
}

/** Places of the columns that stand in a term with this one. */
function crossedWith({ formula }: FittedDesign, place: number): readonly number[] {
  const read = readFormula(formula);
  const terms = read.ok ? read.value.terms.filter(({ variables }) => variables.includes(place)) : [];
  return [...new Set(terms.flatMap(({ variables }) => variables))].filter((at) => at !== place);
}

/** Sums of products of whole numbers that are 0 but for rounding. */
const rounded = (value: number): number => (Math.abs(value) < 1e-12 ? 0 : value);

function weightsOf(design: FittedDesign, compared: Parameters<typeof groupWeights>[2]): Float64Array {
  const formula = readFormula(design.formula);
  const variables = design.variables.map(
    (variable): Variable =>
      variable.kind === "number"
        ? { kind: "number", values: [variable.mean] }
        : { kind: "factor", levels: variable.levels, codes: [] },
  );
  const weights = formula.ok ? groupWeights(formula.value, variables, compared) : null;
  if (!weights) throw new Refused("too-many", {}, "factor");
  return weights;
}

function factorOf(
  design: FittedDesign,
  name: string,
  at: string,
): { readonly place: number; readonly levels: readonly string[] } {
  const factors = design.variables.filter((variable): variable is Factor => variable.kind === "factor");
  const names = factors.map((factor) => factor.name);
  if (name === "") throw new Refused("no-factor", { available: names }, at);
  const found = factors.find((factor) => factor.name === name);
  if (!found) {
    const isNumber = design.variables.some((variable) => variable.kind === "number" && variable.name === name);
    throw new Refused(isNumber ? "number-column" : "factor-missing", { factor: name, available: names }, at);
  }
  return { place: design.variables.indexOf(found), levels: found.levels };
}

function levelOf(
  { name, levels }: { readonly name: string; readonly levels: readonly string[] },
  level: string,
  at: string,
): number {
  const place = levels.indexOf(level);
  if (place >= 0) return place;
  const near = nearestNames(level, levels);
  throw new Refused("level-missing", { factor: name, level, available: near.length > 0 ? near : levels.slice(0, 12) }, at);
}

function heldAt(
  design: FittedDesign,
  held: Groups["within"],
  compared: string,
  at: "within" | "less",
): ReadonlyMap<number, number> {
  return new Map(
    held.map(({ factor, level }) => {
      if (factor === compared) throw new Refused("within-itself", { factor }, at);
      const { place, levels } = factorOf(design, factor, at);
      return [place, levelOf({ name: factor, levels }, level, at)];
    }),
  );
}

function ofCoefficients(
  design: FittedDesign,
  asked: readonly { readonly coefficient: string; readonly by: number }[],
): Result<ResolvedContrast, Failure> {
  const { coefficients } = design;
  const weights = new Float64Array(coefficients.length);
  for (const { coefficient, by } of asked) {
    const place = coefficients.indexOf(coefficient);
    if (place < 0) {
      const near = nearestNames(coefficient, coefficients);
      const available = near.length > 0 ? near : coefficients.slice(0, 12);
      return err(words.failure("coefficient-missing", { coefficient, available }, { at: ["weights"] }));
    }
    weights[place] = (weights[place] as number) + by;
  }
  if (weights.every((value) => value === 0))
    return err(words.failure("no-weights", { available: coefficients.slice(0, 12) }, { at: ["weights"] }));
  return ok({ weights, compared: comparedBy(weights, design), sizes: null, groupsInR: null, averaged: [], without: null });
}
