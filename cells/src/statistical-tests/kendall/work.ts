// Kendall's tau of two columns.

import type { TestWork } from "../../contract/statistical-test.ts";
import { kendallTest } from "../../stats/tests/kendall.ts";
import { correlationInterval } from "../parts/correlation-interval.ts";
import { pairsOf } from "../parts/shape-of.ts";
import type { KendallOptions } from "./card.ts";

export const work: TestWork<KendallOptions> = {
  answer({ data, confidence }) {
    const { x, y } = pairsOf(data);
    if (x.length < 3) return "no-pairs";
    const found = kendallTest(x, y);
    if (!found) return "constant";
    const { n, estimate, statistic, p, logP } = found;
    const effectInterval = correlationInterval(estimate, Math.sqrt(0.437 / (n - 4)), confidence);
    return { statistic, df: [], p, logP, effect: estimate, effectInterval };
  },
  inR: (_options, { first, second }) => `cor.test(${first}, ${second}, method = "kendall")`,
};
