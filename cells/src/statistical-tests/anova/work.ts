// Analysis of variance of the means of groups, Welch's unless the spreads are taken as equal.

import type { TestWork } from "../../contract/statistical-test.ts";
import { etaInterval } from "../../stats/tests/effect-intervals.ts";
import { meanPairs } from "../../stats/tests/mean-pairs.ts";
import { oneWayAnova } from "../../stats/tests/one-way-anova.ts";
import { welchAnova } from "../../stats/tests/welch-anova.ts";
import { groupsOf, sizesOf } from "../parts/shape-of.ts";
import type { AnovaOptions } from "./card.ts";

export const work: TestWork<AnovaOptions> = {
  answer({ options, data, confidence }) {
    const groups = groupsOf(data);
    const isEqual = options.variances === "equal";
    if (groups.filter(({ length }) => length > 0).length < 2) return "one-group";
    if (!isEqual && groups.some(({ length }) => length === 1)) return "too-few";
    const found = isEqual ? oneWayAnova(groups) : welchAnova(groups);
    if (!found) return groups.every(({ length }) => length < 2) ? "too-few" : "constant";
    const { f, df1, df2, p, logP, r2 } = found;
    // The share is one of sums of squares whatever the test, and so is its interval: of groups with one spread.
    const one = isEqual ? found : oneWayAnova(groups);
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
