// The result in words for readers who are no statisticians: what differs, by how much, how surely, and what that does not say.

import type { Json } from "../../base/json.ts";
import type { Effect, StatisticalTest } from "../../contract/statistical-test.ts";
import type { Sentence } from "../../messages/sentence.ts";
import { normalQuantile } from "../../stats/normal-quantile.ts";
import { pTold } from "./p-told.ts";
import { goesByRanks, type Tested } from "./table-of-tests.ts";
import { words } from "./words.ts";

export interface Asked {
  readonly test: StatisticalTest;
  readonly by: string;
  readonly levels: readonly string[];
  readonly alpha: number;
}

export function sayOne(one: Tested, { test, by, levels, alpha }: Asked): readonly Sentence[] {
  const { answer, summary, name } = one;
  if (!answer || !summary) return [];
  const p = pTold(answer.p, answer.logP);
  const isFound = answer.p < alpha;
  const relates = relatesColumns(test);
  const n = summary.sizes.length > 0 && !test.takes.includes("repeats") ? [...summary.sizes] : [summary.n];
  const way = relates ? "with" : test.name === "mcnemar" ? "changed" : levels.length === 0 ? "from" : "between";
  const kind = ways[way][isFound ? 0 : 1];
  const said = [words.sentence(kind, { value: name, by, p, n: n.map(told) })];
  if (levels.length > 0 && summary.middles.length > 0) {
    const middles = summary.middles.flatMap((value, at) => (Number.isNaN(value) ? [] : [`${levels[at] ?? ""} ${told(value)}`]));
    said.push(words.sentence(goesByRanks(test) ? "medians" : "means", { middles }));
    const empty = levels.filter((_, at) => summary.sizes[at] === 0);
    if (empty.length > 0) said.push(words.sentence("groups-without", { n: empty.length, groups: empty, value: name }));
  }
  const percent = told(100 * (1 - alpha));
  const estimated = test.estimates;
  if (estimated !== undefined && answer.estimate !== undefined) {
    // The first group less the second, or the column less the other.
    const [of = name, against = by] = levels;
    const sides = { of, against, value: told(answer.estimate) };
    if (answer.interval) {
      const [low, high] = answer.interval;
      const params = { ...sides, low: told(low), high: told(high), percent };
      said.push(estimated === "shift" ? words.sentence("shift", params) : words.sentence("difference", params));
      if (!isFound && estimated === "difference") said.push(words.sentence("could-find", { value: couldFind(low, high, alpha) }));
    } else said.push(words.sentence(`${estimated}-alone`, { ...sides, percent }));
  }
  if (test.effect !== null && answer.effect !== undefined && !Number.isNaN(answer.effect)) {
    const effect = test.effect === "g" && test.takes.includes("repeats") ? "g-of-pairs" : test.effect;
    const interval = answer.effectInterval?.every((end) => !Number.isNaN(end)) ? answer.effectInterval : null;
    const params = { value: told(answer.effect) };
    said.push(
      interval
        ? words.sentence(`effect-${effect}-between`, { ...params, low: told(interval[0]), high: told(interval[1]), percent })
        : words.sentence(`effect-${effect}`, params),
      ...(summary.odds ? [words.sentence("odds-of", summary.odds)] : []),
      // Of what was not shown the size is chance as well.
      ...(isFound ? [words.sentence(`size-${sizeOf(test.effect, answer.effect)}`)] : []),
    );
  }
  if (answer.p === 0 && answer.logP === Number.NEGATIVE_INFINITY) said.push(words.sentence("exact-fit"));
  if (answer.isExact === true) said.push(words.sentence("exact"));
  if (answer.isExact === false) said.push(words.sentence(test.name === "permutation" ? "drawn" : "approximate"));
  return said;
}

/** A difference that tests of this level find with a power of 0.8, where half the interval is z errors: about, as of many values. */
function couldFind(low: number, high: number, alpha: number): Json & (string | number) {
  const z = -normalQuantile(alpha / 2);
  const value = ((high - low) / 2) * (1 + normalQuantile(0.8) / z);
  return Number.isFinite(value) ? Number(value.toPrecision(2)) : told(value);
}

/** The names of the smallest p values, where some pass. */
export function sayFirst(tested: readonly Tested[], found: number): readonly Sentence[] {
  if (found === 0) return [];
  const first = tested.filter(({ answer }) => answer !== null).sort((a, b) => (a.answer?.logP ?? 0) - (b.answer?.logP ?? 0));
  return [words.sentence("first-ones", { names: first.slice(0, Math.min(found, mostNamed)).map(({ name }) => name) })];
}
const mostNamed = 6;

export function sayMany(
  tests: { readonly tested: number; readonly found: number },
  noun: string | null,
  { by, alpha, test }: Asked,
  adjust: string,
): Sentence {
  const params = { ...tests, by, alpha: told(alpha), false: Math.round(tests.found * alpha) };
  const relates = relatesColumns(test);
  if (tests.found === 0) return words.sentence(noun === null ? "none-of-columns" : "none-of-features", params);
  const isRate = adjust === "bh" || adjust === "by";
  if (!isRate) return words.sentence(noun === null ? "some-columns-sure" : "some-features-sure", params);
  if (noun === null) return words.sentence(params.false === 0 ? "some-columns-few" : "some-columns", params);
  if (relates) return words.sentence(params.false === 0 ? "some-features-relate-few" : "some-features-relate", params);
  return words.sentence(params.false === 0 ? "some-features-few" : "some-features", params);
}

/** Correlations and counts tell of a relation, all other tests of a difference. */
const relatesColumns = ({ effect, takes }: StatisticalTest): boolean =>
  effect === "r" || (takes.includes("counts") && !takes.includes("repeated-counts"));
/** Where there is something to tell, and where nothing was shown. */
const ways = {
  with: ["goes-with", "not-with"],
  changed: ["changed", "not-changed"],
  from: ["differs-from", "not-from"],
  between: ["differs", "not-differs"],
} as const;

/** As JSON holds it: there are no infinities. Four digits are enough for reading. */
const told = (value: number): Json & (string | number) =>
  Number.isFinite(value) ? Number(value.toPrecision(4)) : value > 0 ? "∞" : "-∞";

/** Cohen's bounds (Statistical Power Analysis, 1988): 0 none to speak of, 1 small, 2 medium, 3 large. */
const bounds: { readonly [effect in Effect]: readonly number[] } = {
  g: [0.2, 0.5, 0.8],
  "rank-biserial": [0.1, 0.3, 0.5],
  "eta-squared": [0.01, 0.06, 0.14],
  "epsilon-squared": [0.01, 0.06, 0.14],
  v: [0.1, 0.3, 0.5],
  r: [0.1, 0.3, 0.5],
  // Chen, Cohen and Chen, Communications in Statistics 39:860-864, 2010.
  "odds-ratio": [1.68, 3.47, 6.71],
};
function sizeOf(effect: Effect, value: number): 0 | 1 | 2 | 3 {
  const size = effect === "odds-ratio" ? Math.max(value, 1 / value) : Math.abs(value);
  const reached = bounds[effect].filter((bound) => size >= bound).length;
  return reached >= 3 ? 3 : reached === 2 ? 2 : reached === 1 ? 1 : 0;
}
