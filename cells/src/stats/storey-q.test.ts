// Values of Bioconductor's qvalue 2.30.0 (oracles/storey-q.R).

import { expect, test } from "vitest";
import { answersOf, numberOf, numbersOf, relativeError } from "../testing/oracle-answers.ts";
import { storeyQ } from "./storey-q.ts";

test("q values and the share of nulls are those of qvalue, by the bootstrap and at one lambda", () => {
  const rows = answersOf("storey-q.tsv");
  expect(rows).toHaveLength(16);
  for (const row of rows) {
    const found = storeyQ(numbersOf(row["p"]), row["lambda"] ? numberOf(row["lambda"]) : undefined);
    if (row["pi0"] === "stop") expect(found).toBe("no-p-above-lambda");
    else if (typeof found === "string") expect.fail(`${row["p"]}: ${found}`);
    else {
      expect(relativeError(found.pi0, numberOf(row["pi0"]))).toBeLessThan(1e-13);
      numbersOf(row["q"]).forEach((q, at) => expect(relativeError(found.q[at] as number, q)).toBeLessThan(1e-13));
    }
  }
});

test("no p and one outside 0 … 1 have no estimate", () => {
  expect(storeyQ([Number.NaN])).toBe("no-p");
  expect(storeyQ([0.1, 1.2])).toBe("p-outside");
});
