// Pearson's correlation of two columns.

import type { TestWork } from "../../contract/statistical-test.ts";
import { pearsonTest } from "../../stats/tests/pearson.ts";
import { correlationInterval } from "../parts/correlation-interval.ts";
import { pairsOf } from "../parts/shape-of.ts";
import type { PearsonOptions } from "./card.ts";

export const work: TestWork<PearsonOptions> = {
  answer({ data, confidence }) {
    const { x, y } = pairsOf(data);
    if (x.length < 3) return "no-pairs";
    const found = pearsonTest(x, y);
    if (!found) return "constant";
    const { n, estimate, statistic, p, logP } = found;
    // Of a straight line without any rest the line itself, as R's cor.test.
    const isLine = Math.abs(estimate) === 1 && n > 3;
    const effectInterval = isLine
      ? ([estimate, estimate] as const)
      : correlationInterval(estimate, 1 / Math.sqrt(n - 3), confidence);
    return { statistic, df: [n - 2], p, logP, effect: estimate, effectInterval };
  },
  inR: (_options, { first, second }) => `cor.test(${first}, ${second}, method = "pearson")`,
};
