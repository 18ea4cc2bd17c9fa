// Wilcoxon's signed rank test of the differences of pairs.

import type { TestWork } from "../../contract/statistical-test.ts";
import { shiftOfPairs } from "../../stats/tests/hodges-lehmann.ts";
import { signedRank } from "../../stats/tests/signed-rank.ts";
import { correlationInterval } from "../parts/correlation-interval.ts";
import { pairsOf } from "../parts/shape-of.ts";
import type { SignedRankCardOptions } from "./card.ts";

export const work: TestWork<SignedRankCardOptions> = {
  answer({ data, confidence }) {
    const { x, y } = pairsOf(data);
    if (x.length === 0) return "no-pairs";
    const differences = x.map((value, at) => value - (y[at] as number)).filter((value) => value !== 0);
    const found = signedRank(x.map((value, at) => value - (y[at] as number)));
    if (!found) return "all-zero";
    const { v, rankBiserial: effect, n, p, logP, isExact } = found;
    const error = (Math.sqrt((2 * n ** 3 + 3 * n ** 2 + n) / 6) * 2) / (n * (n + 1));
    const { estimate, interval } = shiftOfPairs(differences, isExact, confidence);
    return {
      statistic: v,
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
  inR: (_options, { first, second }) => `wilcox.test(${first}, ${second}, paired = TRUE, conf.int = TRUE)`,
};
