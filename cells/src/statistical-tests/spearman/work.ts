// Spearman's correlation of two columns.

import type { TestWork } from "../../contract/statistical-test.ts";
import { spearmanTest } from "../../stats/tests/spearman.ts";
import { correlationInterval } from "../parts/correlation-interval.ts";
import { pairsOf } from "../parts/shape-of.ts";
import type { SpearmanOptions } from "./card.ts";

export const work: TestWork<SpearmanOptions> = {
  answer({ data, confidence }) {
    const { x, y } = pairsOf(data);
    if (x.length < 3) return "no-pairs";
    const found = spearmanTest(x, y);
    if (!found) return "constant";
    const { n, estimate, statistic, p, logP } = found;
    const effectInterval = correlationInterval(estimate, Math.sqrt((1 + estimate ** 2 / 2) / (n - 3)), confidence);
    return { statistic, df: [], p, logP, effect: estimate, effectInterval };
  },
  inR: (_options, { first, second }) => `cor.test(${first}, ${second}, method = "spearman")`,
};
