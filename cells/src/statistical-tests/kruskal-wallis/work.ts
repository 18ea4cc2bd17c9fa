// The Kruskal-Wallis test of several groups by ranks.

import type { TestWork } from "../../contract/statistical-test.ts";
import { dunn } from "../../stats/tests/dunn.ts";
import { epsilonInterval } from "../../stats/tests/effect-intervals.ts";
import { kruskalWallis } from "../../stats/tests/kruskal-wallis.ts";
import { groupsOf, sizesOf } from "../parts/shape-of.ts";
import type { KruskalWallisCardOptions } from "./card.ts";

export const work: TestWork<KruskalWallisCardOptions> = {
  answer({ data, confidence }) {
    const groups = groupsOf(data);
    if (groups.filter(({ length }) => length > 0).length < 2) return "one-group";
    const found = kruskalWallis(groups);
    if (!found) return "constant";
    const { h, df, p, logP } = found;
    const n = groups.reduce((sum, { length }) => sum + length, 0);
    // Share of the spread of ranks (Kelley, PNAS 21:554-559, 1935; Tomczak, Trends in Sport Sciences 1:19-25, 2014).
    return { statistic: h, df: [df], p, logP, effect: h / (n - 1), effectInterval: epsilonInterval(h, df, n, confidence) };
  },
  pairs({ data }) {
    const groups = groupsOf(data);
    return dunn(groups).map(({ first, second, difference, z, p, logP }) => ({
      first,
      second,
      sizes: sizesOf(groups, first, second),
      statistic: z,
      p,
      logP,
      estimate: difference,
    }));
  },
  pairsInR: (_options, { first, second, adjust }) =>
    `PMCMRplus::kwAllPairsDunnTest(${first} ~ factor(${second}), p.adjust.method = "${adjust}")`,
  inR: (_options, { first, second }) => `kruskal.test(${first} ~ factor(${second}))`,
};
