// Pearson's chi-squared test of a table of counts.

import type { TestWork } from "../../contract/statistical-test.ts";
import { vInterval } from "../../stats/tests/effect-intervals.ts";
import { chiSquare } from "../../stats/tests/chi-square.ts";
import { columnPairs } from "../parts/column-pairs.ts";
import { cramersV } from "../parts/cramers-v.ts";
import { countsOf } from "../parts/shape-of.ts";
import type { ChiSquareCardOptions } from "./card.ts";

export const work: TestWork<ChiSquareCardOptions> = {
  answer({ options, data, confidence }) {
    const counts = countsOf(data);
    const found = chiSquare(counts, options.correct === "yates");
    if (!found) return "one-value";
    const { statistic, df, p, logP } = found;
    const plain = chiSquare(counts, false);
    const v = cramersV(counts);
    if (!plain || !v) return { statistic, df: [df], p, logP, effect: Number.NaN };
    const effectInterval = vInterval(plain.statistic, plain.df, v, confidence);
    return { statistic, df: [df], p, logP, effect: v.value, effectInterval };
  },
  pairs: ({ options, data }) =>
    columnPairs(countsOf(data), (counts) => {
      const found = chiSquare(counts, options.correct === "yates");
      return found && { statistic: found.statistic, df: found.df, p: found.p, logP: found.logP };
    }),
  pairsInR: ({ correct }, { first, second, adjust }) =>
    `with(list(n = table(${first}, ${second})), p.adjust(combn(ncol(n), 2, function(k) chisq.test(n[, k][rowSums(n[, k]) > 0, ]${correct === "none" ? ", correct = FALSE" : ""})$p.value), "${adjust}"))`,
  inR: ({ correct }, { first, second }) =>
    `chisq.test(table(${first}, ${second})${correct === "none" ? ", correct = FALSE" : ""})`,
};
