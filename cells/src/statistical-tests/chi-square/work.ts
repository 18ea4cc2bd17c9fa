// Pearson's chi-squared test of a table of counts.

import type { TestWork } from "../../contract/statistical-test.ts";
import { chiSquare } from "../../stats/tests/chi-square.ts";
import { cramersV } from "../parts/cramers-v.ts";
import { countsOf } from "../parts/shape-of.ts";
import type { ChiSquareCardOptions } from "./card.ts";

export const work: TestWork<ChiSquareCardOptions> = {
  answer({ options, data }) {
    const counts = countsOf(data);
    const found = chiSquare(counts, options.correct === "yates");
    if (!found) return "one-value";
    const { statistic, df, p, logP } = found;
    return { statistic, df: [df], p, logP, effect: cramersV(counts) ?? Number.NaN };
  },
  inR: ({ correct }, { first, second }) =>
    `chisq.test(table(${first}, ${second})${correct === "none" ? ", correct = FALSE" : ""})`,
};
