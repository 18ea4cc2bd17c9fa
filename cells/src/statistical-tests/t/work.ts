// Student's t test of the means of two groups, Welch's unless the spreads are taken as equal.

import type { TestWork } from "../../contract/statistical-test.ts";
import { tTest } from "../../stats/tests/t-tests.ts";
import { twoGroupsOf } from "../parts/shape-of.ts";
import type { TTestCardOptions } from "./card.ts";

export const work: TestWork<TTestCardOptions> = {
  answer({ options, data, confidence }) {
    const [x, y] = twoGroupsOf(data);
    if (x.length < 2 || y.length < 2) return "too-few";
    const found = tTest(x, y, { equal: options.variances === "equal", confidence });
    if (!found) return "constant";
    const { t, df, p, logP, difference, interval, g, gInterval } = found;
    return { statistic: t, df: [df], p, logP, estimate: difference, interval, effect: g, effectInterval: gInterval };
  },
  inR: ({ variances }, { first, second }) => `t.test(${first} ~ ${second}${variances === "equal" ? ", var.equal = TRUE" : ""})`,
};
