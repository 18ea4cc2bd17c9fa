// Which family fits the outcome, and why: two values, counts, repeated individuals, else a number.

import type { Sentence } from "../../messages/sentence.ts";
import type { FamilyName } from "../../regressions.ts";
import { isCounts } from "../../regressions/parts/glm.ts";
import type { Outcome } from "./read-outcome.ts";
import { words } from "./words.ts";

export interface Proposed {
  readonly family: FamilyName;
  readonly why: Sentence;
  readonly others: readonly FamilyName[];
}

/** Whole numbers that begin so low are counted; ages and scores begin higher. */
const lowest = 2;
const fewestDifferent = 3;

/** `individuals`: the column by which rows belong together; null: each row is another. */
export function propose(outcome: Outcome, individuals: string | null, semantic: string | undefined): Proposed {
  const { name, values, answers } = outcome;
  if (answers)
    return {
      family: "logistic",
      why: words.sentence(individuals === null ? "why-logistic" : "why-logistic-repeated", {
        outcome: name,
        other: answers[0],
        counted: answers[1],
        individuals,
      }),
      others: [],
    };
  const least = values.reduce((low, value) => Math.min(low, value), Number.POSITIVE_INFINITY);
  const isCounted = isCounts(values) && new Set(values).size >= fewestDifferent && (semantic === "count" || least <= lowest);
  if (isCounted)
    return {
      family: "poisson",
      why: words.sentence(individuals === null ? "why-poisson" : "why-poisson-repeated", { outcome: name, individuals }),
      others: ["negative-binomial", individuals === null ? "linear" : "mixed"],
    };
  if (individuals !== null)
    return { family: "mixed", why: words.sentence("why-mixed", { outcome: name, individuals }), others: ["linear"] };
  return { family: "linear", why: words.sentence("why-linear", { outcome: name }), others: least > 0 ? ["gamma"] : [] };
}
