// The comparisons that a design offers: each group of each factor against its reference, where two factors act on each other also
// within each group of the other and the difference of these differences, of three groups and more and of what acts together whether
// it matters at all, and of numbers the change a unit. Pure.

import type { ContrastAsks } from "../../contrasts/spec.ts";
import type { FittedDesignBody } from "../../reports/fitted-design/report.ts";
import { readFormula } from "../../stats/design/formula.ts";

/** More are not offered one by one. */
const most = 60;

export interface Comparisons {
  /** The column that is compared. */
  readonly of: string;
  readonly asks: readonly ContrastAsks[];
}

type Factor = Extract<FittedDesignBody["variables"][number], { readonly kind: "factor" }>;

export function comparisonsOf({ formula, variables, coefficients }: FittedDesignBody): readonly Comparisons[] {
  const factors = variables.filter((variable): variable is Factor => variable.kind === "factor");
  const plain = factors.map(
    (factor): Comparisons => ({
      of: factor.name,
      asks: [...againstReference(factor), ...(factor.levels.length > 2 ? withoutTerm(formula, factor.name) : [])],
    }),
  );
  const pairs = interactionsOf(formula, factors).flatMap(([first, second]): Comparisons[] => [
    {
      of: `${first.name} : ${second.name}`,
      asks: [...differences(first, second), ...withoutTerm(formula, first.name, second.name)],
    },
  ]);
  const numbers = variables.flatMap(({ kind, name }): Comparisons[] =>
    kind === "number" && coefficients.includes(name)
      ? [{ of: name, asks: [{ by: "coefficients", weights: [{ coefficient: name, by: 1 }] }] }]
      : [],
  );
  let left = most;
  return [...plain, ...pairs, ...numbers].flatMap(({ of, asks }) => {
    const taken = asks.slice(0, left);
    left -= taken.length;
    return taken.length > 0 ? [{ of, asks: taken }] : [];
  });
}

type Groups = Extract<ContrastAsks, { readonly by: "groups" }>;
const againstReference = ({ name, levels: [reference = "", ...others] }: Factor): readonly Groups[] =>
  others.map((level) => ({ by: "groups", factor: name, of: [level], against: [reference], within: [], less: [] }));

/** The term of these columns, where it is in no other: a smaller model can leave it out. */
function withoutTerm(text: string, ...names: readonly string[]): readonly ContrastAsks[] {
  const formula = readFormula(text);
  if (!formula.ok || !formula.value.intercept) return [];
  const { variables, terms } = formula.value;
  const within = terms.filter((term) => names.every((name) => term.variables.some((place) => variables[place] === name)));
  const [only] = within;
  return only && within.length === 1 && only.variables.length === names.length ? [{ by: "terms", without: [only.label] }] : [];
}

function differences(first: Factor, second: Factor): readonly Groups[] {
  const at = (level: string) => [{ factor: second.name, level }];
  const [reference = "", ...others] = second.levels;
  const each = againstReference(first);
  const within = second.levels.flatMap((level) => each.map((asks): Groups => ({ ...asks, within: at(level) })));
  const less = others.flatMap((level) => each.map((asks): Groups => ({ ...asks, within: at(level), less: at(reference) })));
  return [...within, ...less];
}

function interactionsOf(text: string, factors: readonly Factor[]): readonly (readonly [Factor, Factor])[] {
  const formula = readFormula(text);
  if (!formula.ok) return [];
  const { variables, terms } = formula.value;
  return terms.flatMap((term): (readonly [Factor, Factor])[] => {
    const [first, second, ...more] = term.variables.map((place) => factors.find((factor) => factor.name === variables[place]));
    return first && second && more.length === 0 ? [[first, second]] : [];
  });
}
