// Values of R's p.adjust (oracles/adjusted-p.R).

import { expect, test } from "vitest";
import { answersOf, numbersOf, relativeError } from "../testing/oracle-answers.ts";
import { type Adjustment, adjustedP } from "./adjusted-p.ts";

test.each(["bonferroni", "holm", "bh", "by"] satisfies Adjustment[])(
  "adjusted by %s as R does, missing values kept",
  (adjustment) => {
    const rows = answersOf("adjusted-p.tsv").filter((row) => row["adjustment"] === adjustment);
    expect(rows).toHaveLength(8);
    for (const row of rows) {
      const expected = numbersOf(row["adjusted"]);
      const found = adjustedP(numbersOf(row["p"]), adjustment);
      expect(found).toHaveLength(expected.length);
      expected.forEach((value, at) => expect(relativeError(found[at] as number, value)).toBeLessThan(1e-14));
    }
    expect([...adjustedP([], adjustment)]).toEqual([]);
  },
);
