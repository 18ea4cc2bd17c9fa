// What a test takes for given, held against the data of one test.

import type { ComparedData, StatisticalTest } from "../../contract/statistical-test.ts";
import type { Sentence } from "../../messages/sentence.ts";
import { medianOf } from "../../stats/quantiles.ts";
import { areFarFromNormal } from "../../stats/tests/far-from-normal.ts";
import { chiSquare } from "../../stats/tests/chi-square.ts";
import { oneWayAnova } from "../../stats/tests/one-way-anova.ts";
import { shapiroWilk } from "../../stats/tests/shapiro-wilk.ts";
import { pTold } from "./p-told.ts";
import { listsOf } from "./propose.ts";
import { words } from "./words.ts";

const low = 0.05;
const byMeans: ReadonlySet<string> = new Set(["t", "paired-t", "anova", "pearson"]);

export function assumptionsOf(test: StatisticalTest, data: ComparedData): readonly Sentence[] {
  const said: Sentence[] = [];
  if (byMeans.has(test.name)) {
    const found = listsOf(data).flatMap((values) => shapiroWilk(values) ?? []);
    const least = found.reduce((p, each) => Math.min(p, each.p), 1);
    // By the same rule as a test is chosen: whoever is told that means may be compared is not told the opposite.
    const key =
      least >= low ? "normal" : areFarFromNormal(listsOf(data), data.shape !== "columns") ? "not-normal" : "not-quite-normal";
    if (found.length > 0) said.push(words.sentence(key, { p: pTold(least, Math.log(least)) }));
  }
  if (data.shape === "groups") {
    // Brown and Forsythe, Journal of the American Statistical Association 69:364-367, 1974.
    const away = oneWayAnova(data.groups.map((values) => (values.length === 0 ? values : around(values))));
    if (away && !Number.isNaN(away.p))
      said.push(words.sentence(away.p < low ? "spreads-differ" : "spreads-alike", { p: pTold(away.p, away.logP) }));
  }
  if (data.shape === "counts" && test.name === "chi-square") {
    const least = chiSquare(data.counts, false)?.leastExpected ?? Number.NaN;
    said.push(words.sentence(least < 5 ? "few-expected" : "enough-expected", { n: Number(least.toPrecision(2)) }));
  }
  return said;
}

function around(values: Float64Array): Float64Array {
  const middle = medianOf(values);
  return values.map((value) => Math.abs(value - middle));
}
