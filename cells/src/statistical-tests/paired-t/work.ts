// Student's t test of the differences of pairs.

import type { TestWork } from "../../contract/statistical-test.ts";
import { pairedTTest } from "../../stats/tests/t-tests.ts";
import { pairsOf } from "../parts/shape-of.ts";
import type { PairedTOptions } from "./card.ts";

export const work: TestWork<PairedTOptions> = {
  answer({ data, confidence }) {
    const { x, y } = pairsOf(data);
    if (x.length < 2) return "no-pairs";
    const found = pairedTTest(x, y, confidence);
    if (!found) return x.every((value, at) => value === y[at]) ? "all-zero" : "pairs-constant";
    const { t, df, p, logP, difference, interval, g, gInterval } = found;
    return { statistic: t, df: [df], p, logP, estimate: difference, interval, effect: g, effectInterval: gInterval };
  },
  inR: (_options, { first, second }) => `t.test(${first}, ${second}, paired = TRUE)`,
};
