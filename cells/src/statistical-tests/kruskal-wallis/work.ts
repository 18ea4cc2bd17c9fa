// The Kruskal-Wallis test of several groups by ranks.

import type { TestWork } from "../../contract/statistical-test.ts";
import { kruskalWallis } from "../../stats/tests/kruskal-wallis.ts";
import { groupsOf } from "../parts/shape-of.ts";
import type { KruskalWallisCardOptions } from "./card.ts";

export const work: TestWork<KruskalWallisCardOptions> = {
  answer({ data }) {
    const groups = groupsOf(data);
    if (groups.filter(({ length }) => length > 0).length < 2) return "one-group";
    const found = kruskalWallis(groups);
    if (!found) return "constant";
    const { h, df, p, logP } = found;
    const n = groups.reduce((sum, { length }) => sum + length, 0);
    // Share of the spread of ranks (Kelley, PNAS 21:554-559, 1935; Tomczak, Trends in Sport Sciences 1:19-25, 2014).
    return { statistic: h, df: [df], p, logP, effect: h / (n - 1) };
  },
  inR: (_options, { first, second }) => `kruskal.test(${first} ~ factor(${second}))`,
};
