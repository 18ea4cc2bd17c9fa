// The Mann-Whitney (Wilcoxon rank sum) test of two groups.

import type { TestWork } from "../../contract/statistical-test.ts";
import { shiftOfTwo } from "../../stats/tests/hodges-lehmann.ts";
import { mannWhitney } from "../../stats/tests/mann-whitney.ts";
import { correlationInterval } from "../parts/correlation-interval.ts";
import { twoGroupsOf } from "../parts/shape-of.ts";
import type { MannWhitneyCardOptions } from "./card.ts";

export const work: TestWork<MannWhitneyCardOptions> = {
  answer({ data, confidence }) {
    const [x, y] = twoGroupsOf(data);
    const found = mannWhitney(x, y);
    if (!found) return "one-group";
    if (Number.isNaN(found.p)) return "constant";
    const { w, auc, p, logP, isExact } = found;
    // Rank-biserial correlation (Kerby, Comprehensive Psychology 3:11.IT.3.1, 2014), by the spread of ranks where nothing differs.
    const effect = 2 * auc - 1;
    const error = Math.sqrt((x.length + y.length + 1) / (3 * x.length * y.length));
    const { estimate, interval } = shiftOfTwo(x, y, isExact, confidence);
    return {
      statistic: w,
      df: [],
      p,
      logP,
      estimate,
      ...(interval ? { interval } : {}),
      effect,
      effectInterval: correlationInterval(effect, error, confidence),
      isExact,
    };
  },
  inR: (_options, { first, second }) => `wilcox.test(${first} ~ ${second}, conf.int = TRUE)`,
};
