// Student's t test of the means of two groups, Welch's unless the spreads are taken as equal.

import type { NoAnswer, TestWork } from "../../contract/statistical-test.ts";
import { momentsOf } from "../../stats/moments.ts";
import { tTest } from "../../stats/tests/t-tests.ts";
import { twoGroupsOf } from "../parts/shape-of.ts";
import type { TTestCardOptions } from "./card.ts";

/** Groups of one value each may differ all the same. */
const whyNone = (x: Float64Array, y: Float64Array): NoAnswer =>
  momentsOf([...x, ...y]).isConstant ? "constant" : "groups-constant";

export const work: TestWork<TTestCardOptions> = {
  answer({ options, data, confidence }) {
    const [x, y] = twoGroupsOf(data);
    if (x.length < 2 || y.length < 2) return "too-few";
    const found = tTest(x, y, { equal: options.variances === "equal", confidence });
    if (!found) return whyNone(x, y);
    const { t, df, p, logP, difference, interval, g, gInterval } = found;
    return { statistic: t, df: [df], p, logP, estimate: difference, interval, effect: g, effectInterval: gInterval };
  },
  inR: ({ variances }, { first, second }) => `t.test(${first} ~ ${second}${variances === "equal" ? ", var.equal = TRUE" : ""})`,
};
