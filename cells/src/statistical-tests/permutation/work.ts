// Means of groups against all, or many seeded, ways to deal their values out.

import type { TestWork } from "../../contract/statistical-test.ts";
import { permutationTest } from "../../stats/tests/permutation.ts";
import { meanOf } from "../../stats/sums.ts";
import { groupsOf } from "../parts/shape-of.ts";
import type { PermutationOptions } from "./card.ts";

export const work: TestWork<PermutationOptions> = {
  answer({ options, data }) {
    const groups = groupsOf(data);
    if (groups.filter(({ length }) => length > 0).length < 2) return "one-group";
    const found = permutationTest(groups, options);
    if (!found) return "constant";
    const [first, second, ...others] = groups;
    const difference = first && second && others.length === 0 ? meanOf(first) - meanOf(second) : Number.NaN;
    return { statistic: difference, df: [], p: found.p, logP: found.logP, isExact: found.isExact };
  },
  inR: ({ rounds, seed }, { first, second, isExact }) =>
    // All ways to deal two groups out, or as many ways as were drawn.
    isExact
      ? `y <- ${first}; g <- factor(${second}); d <- combn(length(y), sum(g == levels(g)[1]), function(i) abs(mean(y[i]) - mean(y[-i]))); mean(d >= abs(diff(tapply(y, g, mean))) * (1 - 1e-9))`
      : `set.seed(${seed}); b <- function(g) sum(tapply(${first}, g, mean)^2 * table(g)); (1 + sum(replicate(${rounds}, b(sample(${second}))) >= b(${second}))) / (${rounds} + 1)`,
};
