// Fisher's exact test of a table of counts, of two by two with the conditional odds ratio.

import type { TestWork } from "../../contract/statistical-test.ts";
import { fisherExact } from "../../stats/tests/fisher-exact.ts";
import { fisherTable } from "../../stats/tests/fisher-table.ts";
import { columnPairs } from "../parts/column-pairs.ts";
import { countsOf } from "../parts/shape-of.ts";
import type { FisherOptions } from "./card.ts";

export const work: TestWork<FisherOptions> = {
  answer({ data, confidence }) {
    const counts = countsOf(data);
    const [[a = 0, b = 0, ...more] = [], [c = 0, d = 0] = []] = counts;
    if (counts.length === 2 && more.length === 0) {
      const found = fisherExact(
        [
          [a, b],
          [c, d],
        ],
        confidence,
      );
      if (!found) return "one-value";
      const { p, oddsRatio, interval } = found;
      return { statistic: oddsRatio, df: [], p, logP: Math.log(p), effect: oddsRatio, effectInterval: interval, isExact: true };
    }
    const found = fisherTable(counts);
    if (found === "too-many") return "too-many-tables";
    if (!found) return "one-value";
    return { statistic: Number.NaN, df: [], p: found.p, logP: Math.log(found.p), isExact: true };
  },
  pairs: ({ data }) =>
    columnPairs(countsOf(data), (counts) => {
      const [[a = 0, b = 0] = [], [c = 0, d = 0] = []] = counts;
      const found =
        counts.length === 2
          ? fisherExact([
              [a, b],
              [c, d],
            ])
          : fisherTable(counts);
      if (!found || found === "too-many") return null;
      const statistic = "oddsRatio" in found && typeof found.oddsRatio === "number" ? found.oddsRatio : Number.NaN;
      return { statistic, p: found.p, logP: Math.log(found.p) };
    }),
  pairsInR: (_options, { first, second, adjust }) =>
    `with(list(n = table(${first}, ${second})), p.adjust(combn(ncol(n), 2, function(k) fisher.test(n[, k])$p.value), "${adjust}"))`,
  inR: (_options, { first, second }) => `fisher.test(table(${first}, ${second}))`,
};
