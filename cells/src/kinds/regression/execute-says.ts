// What was found, for a reader who is no statistician.

import type { Json } from "../../base/json.ts";
import type { Sentence } from "../../messages/sentence.ts";
import type { RegressionBody } from "../../reports/regression/report.ts";
import { rounded } from "./execute-checks.ts";
import type { Read } from "./label-of-column.ts";
import { words } from "./words.ts";

/** Coefficients of a few are told one by one; of more the table tells. */
const mostTold = 5;

type Said = Pick<
  RegressionBody,
  "outcome" | "event" | "ratio" | "level" | "n" | "block" | "groups" | "coefficients" | "means" | "facts" | "events"
>;

export function whatItSays(body: Said, read: readonly Read[]): readonly Sentence[] {
  const { n, outcome, block, groups, coefficients, event, events } = body;
  const first =
    event !== null
      ? words.sentence("rows-of-two", { n, outcome, event, events })
      : block === null
        ? words.sentence("rows", { n, outcome })
        : words.sentence("rows-of-individuals", { n, outcome, block, groups });
  // Without an intercept R² is told around 0, as R does, and is no share of how the outcome spreads.
  const isAroundMean = read.some(({ shape }) => shape === "intercept");
  const share = isAroundMean ? body.facts.find(({ key }) => key === "r-squared")?.value : undefined;
  const shared = body.facts.find(({ key }) => key === "shared")?.value;
  const explained =
    share !== undefined
      ? [words.sentence("explains", { percent: rounded(100 * share), outcome })]
      : shared !== undefined
        ? [words.sentence("between", { percent: rounded(100 * shared), block })]
        : [];
  // A column that is part of an interaction has no effect of its own to tell.
  const crossed = coefficients.filter((_, at) => read[at]?.shape === "together").length;
  const told = crossed > 0 ? [] : coefficients.flatMap((each, at) => sayCoefficient(each, read[at] as Read, body));
  const most = told.slice(0, mostTold);
  const more = told.length - most.length;
  return [
    first,
    ...explained,
    ...(crossed > 0 ? [words.sentence("crossed")] : []),
    ...most,
    ...(more > 0 ? [words.sentence("more-coefficients", { n: more })] : []),
    ...sayPairs(body),
  ];
}

const scaleOf = (ratio: string): "diff" | "odds" | "times" => (ratio === "none" ? "diff" : ratio === "odds" ? "odds" : "times");
const signed = (value: number): string => `${value > 0 ? "+" : value < 0 ? "−" : ""}${Math.abs(rounded(value))}`;

function sayCoefficient(
  { estimate, low, high, p }: RegressionBody["coefficients"][number],
  { shape, column, level, reference }: Read,
  { outcome, event, ratio, level: confidence }: Said,
): readonly Sentence[] {
  if ((shape !== "number" && shape !== "group") || p === null || low === null || high === null) return [];
  const scale = scaleOf(ratio);
  const ends = { percent: rounded(100 * confidence), p: rounded(p) };
  const value = (of: number): Json => (scale === "diff" ? signed(of) : rounded(Math.exp(of)));
  const params = {
    outcome,
    event,
    column,
    group: level,
    reference,
    value: value(estimate),
    low: value(low),
    high: value(high),
    ...ends,
  };
  const isFound = p < 1 - confidence;
  return [words.sentence(isFound ? `${scale}-${shape}-found` : `${scale}-${shape}-not`, params)];
}

function sayPairs({ means, level }: Said): readonly Sentence[] {
  if (!means || means.pairs.length < 2) return [];
  const found = means.pairs.filter(({ adjusted }) => adjusted !== null && adjusted < 1 - level);
  const params = { by: means.by, n: means.pairs.length, found: found.length };
  if (found.length === 0) {
    const alone = means.pairs.filter(({ p }) => p !== null && p < 1 - level).length;
    return [alone === 0 ? words.sentence("pairs-none", params) : words.sentence("pairs-none-alone", { ...params, alone })];
  }
  const names = found
    .slice(0, mostTold)
    .map(({ one, other, within }) => (within === "" ? `${one} – ${other}` : `${within}: ${one} – ${other}`));
  return [words.sentence("pairs-some", { ...params, names })];
}
