// Analysis of variance of the means of groups, Welch's unless the spreads are taken as equal.

import type { TestWork } from "../../contract/statistical-test.ts";
import { oneWayAnova } from "../../stats/tests/one-way-anova.ts";
import { welchAnova } from "../../stats/tests/welch-anova.ts";
import { groupsOf } from "../parts/shape-of.ts";
import type { AnovaOptions } from "./card.ts";

export const work: TestWork<AnovaOptions> = {
  answer({ options, data }) {
    const groups = groupsOf(data);
    const isEqual = options.variances === "equal";
    if (groups.filter(({ length }) => length > 0).length < 2) return "one-group";
    if (!isEqual && groups.some(({ length }) => length === 1)) return "too-few";
    const found = isEqual ? oneWayAnova(groups) : welchAnova(groups);
    if (!found) return groups.every(({ length }) => length < 2) ? "too-few" : "constant";
    const { f, df1, df2, p, logP, r2 } = found;
    return { statistic: f, df: [df1, df2], p, logP, effect: r2 };
  },
  inR: ({ variances }, { first, second }) =>
    `oneway.test(${first} ~ ${second}${variances === "equal" ? ", var.equal = TRUE" : ""})`,
};
