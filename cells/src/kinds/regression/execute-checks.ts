// What a regression takes for given, held against its residuals: spread, shape, single rows of weight, columns that go together, few
// events, few clusters. What is grave stands as a doubt, with the setting that mends it.

import type { RegressionFamily } from "../../contract/regression-family.ts";
import type { RegressionBody } from "../../reports/regression/report.ts";
import { breuschPagan, inflations } from "../../stats/regression/diagnostics.ts";
import { shapiroWilk } from "../../stats/tests/shapiro-wilk.ts";
import type { Sentence } from "../../messages/sentence.ts";
import type { Doubt, Model } from "./execute-model.ts";
import type { Known } from "./execute-results.ts";
import { words } from "./words.ts";

export interface Checked {
  readonly checks: readonly Sentence[];
  readonly doubts: readonly Doubt[];
  readonly ways: RegressionBody["ways"];
  readonly inflations: RegressionBody["inflations"];
}

const low = 0.05;
/** Shapiro and Wilk's test is made for up to so many; of more any shape is found wanting. */
const mostForShape = 500;
const veryLow = 0.01;
/** The error of a coefficient grows by so much beside the others: variance inflation of 5. */
const inflated = Math.sqrt(5);
const fewestEvents = 10;
const fewestClusters = 30;
/** Cook's distance from which coefficients move beyond their own interval. */
const far = 1;

export const rounded = (value: number): number => Number(value.toPrecision(3));

export function checksOf(known: Known, model: Model, family: RegressionFamily, events: number | null): Checked {
  const { fit, errors } = known;
  const checks: Sentence[] = [];
  const doubts: Doubt[] = [];
  const ways: RegressionBody["ways"] = [];
  if (family.isNormal) {
    const spread = breuschPagan(model.columns, fit.residuals);
    if (spread) {
      const differs = spread.p < low;
      const said = words.sentence(differs ? "spread-differs" : "spread-alike", { p: rounded(spread.p) });
      // Robust errors take it into account already.
      if (differs && errors === "classical" && family.blocks === "clusters") {
        doubts.push(said);
        ways.push({ of: said.key, title: plain(words.sentence("way-hc3")), path: ["errors"], value: "hc3" });
      } else checks.push(said);
    }
    const shape = fit.standardised.length <= mostForShape ? shapiroWilk(fit.standardised) : null;
    if (shape) checks.push(words.sentence(shape.p < veryLow ? "not-normal" : "normal", { p: rounded(shape.p) }));
  }
  if (fit.cooks) {
    const n = fit.cooks.reduce((count, value) => count + Number(value > far), 0);
    if (n > 0) doubts.push({ ...words.sentence("influential", { n }), rows: [n] });
    else checks.push(words.sentence("none-influential"));
  }
  const found = inflations(model.matrix, fit.variance).map(({ term, ofError }) => ({
    label: model.formula.terms[term]?.label ?? "",
    ofError,
  }));
  const together = found.filter(({ ofError, label }) => ofError > inflated && !label.includes(":"));
  // Of an interaction and what it is made of the inflation is that of coding, and without an intercept that of the distance from 0.
  const isOfCoding = !model.formula.intercept || model.formula.terms.some(({ variables }) => variables.length > 1);
  if (together.length > 0 && !isOfCoding)
    doubts.push(
      words.sentence("inflated", {
        terms: together.map(({ label, ofError }) => `${label} (× ${rounded(ofError)})`),
        n: together.length,
      }),
    );
  else if (found.length > 0 && !isOfCoding)
    checks.push(words.sentence("not-inflated", { most: rounded(Math.max(...found.map(({ ofError }) => ofError))) }));
  const slopes = model.columns.length - Number(model.formula.intercept);
  if (events !== null && slopes > 0 && events < fewestEvents * slopes)
    doubts.push({
      ...words.sentence("few-events", { events, coefficients: slopes, most: Math.floor(events / fewestEvents) }),
      rows: [events],
    });
  if (errors === "cluster" && model.groupCount < fewestClusters)
    doubts.push(words.sentence("few-clusters", { n: model.groupCount, block: model.block }));
  return { checks, doubts, ways, inflations: isOfCoding ? [] : found };
}

export const plain = ({ key, params }: Sentence): { key: string; params: { [name: string]: unknown } } => ({
  key,
  params: { ...params },
});
