// McNemar's test of two answers of the same individuals, of more answers Bowker's.

import type { TestWork } from "../../contract/statistical-test.ts";
import { mcNemar } from "../../stats/tests/mcnemar.ts";
import { answersOf } from "../parts/shape-of.ts";
import type { McnemarOptions } from "./card.ts";

export const work: TestWork<McnemarOptions> = {
  answer({ options, data, confidence }) {
    const counts = answersOf(data);
    if (counts === null) return "not-square";
    if (options.exact === "always" && counts.length > 2) return "exact-of-two";
    const exact = options.exact === "few" ? {} : { exact: options.exact === "always" };
    const found = mcNemar(counts, { ...exact, confidence });
    if (!found) return counts.length < 2 ? "one-value" : "no-change";
    const { statistic, df, p, logP, isExact, oddsRatio, interval } = found;
    const ratio = oddsRatio === null || interval === null ? {} : { effect: oddsRatio, effectInterval: interval };
    // What is counted exactly has no chi-squared.
    return { statistic: isExact ? Number.NaN : statistic, df: Number.isNaN(df) ? [] : [df], p, logP, isExact, ...ratio };
  },
  inR: (_options, { first, second, isExact }) =>
    isExact
      ? `with(list(n = table(${first}, ${second})), binom.test(n[1, 2], n[1, 2] + n[2, 1]))`
      : `mcnemar.test(table(${first}, ${second}))`,
};
