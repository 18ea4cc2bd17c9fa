// Analysis of variance of the means of groups, Welch's unless the spreads are taken as equal.

import type { NoAnswer, TestWork } from "../../contract/statistical-test.ts";
import { momentsOf } from "../../stats/moments.ts";
import { etaInterval } from "../../stats/tests/effect-intervals.ts";
import { meanPairs } from "../../stats/tests/mean-pairs.ts";
import { oneWayAnova } from "../../stats/tests/one-way-anova.ts";
import { welchAnova } from "../../stats/tests/welch-anova.ts";
import { groupsOf, sizesOf } from "../parts/shape-of.ts";
import type { AnovaOptions } from "./card.ts";

function whyNone(groups: readonly Float64Array[]): NoAnswer {
  if (groups.every(({ length }) => length < 2)) return "too-few";
  if (groups.some((values) => values.length > 1 && !momentsOf(values).isConstant)) return "one-group-constant";
  return momentsOf(groups.flatMap((values) => [...values])).isConstant ? "constant" : "groups-constant";
}

export const work: TestWork<AnovaOptions> = {
  answer({ options, data, confidence }) {
    const groups = groupsOf(data);
    const isEqual = options.variances === "equal";
    if (groups.filter(({ length }) => length > 0).length < 2) return "one-group";
    if (!isEqual && groups.some(({ length }) => length === 1)) return "too-few";
    // The share is one of sums of squares whatever the test, and so is its interval: of groups with one spread.
    const one = oneWayAnova(groups);
    const found = isEqual ? (one?.f === Number.POSITIVE_INFINITY ? null : one) : welchAnova(groups, one);
    if (!found) return whyNone(groups);
    const { f, df1, df2, p, logP, r2 } = found;
    const effectInterval = one ? etaInterval(one.f, one.df1, one.df2, confidence) : undefined;
    return { statistic: f, df: [df1, df2], p, logP, effect: r2, ...(effectInterval ? { effectInterval } : {}) };
  },
  pairs({ options, data, confidence }) {
    const groups = groupsOf(data);
    return meanPairs(groups, { equal: options.variances === "equal", confidence }).map(
      ({ first, second, difference, interval, q, df, p }) => ({
        first,
        second,
        sizes: sizesOf(groups, first, second),
        statistic: q,
        df,
        p,
        logP: Math.log(p),
        estimate: difference,
        interval,
      }),
    );
  },
  inR: ({ variances }, { first, second }) =>
    `oneway.test(${first} ~ ${second}${variances === "equal" ? ", var.equal = TRUE" : ""})`,
  pairsInR: ({ variances }, { first, second }) =>
    variances === "equal"
      ? `TukeyHSD(aov(${first} ~ factor(${second})))`
      : `PMCMRplus::gamesHowellTest(${first} ~ factor(${second}))`,
};
