// The tables of a regression: coefficients, tests of terms, marginal means, their comparisons, and what is left of each row.

import type { Column, Table } from "../../artifacts/artifact.ts";
import { integerColumn, numberColumn, tableOf, textColumn, uniquelyNamed } from "../../artifacts/table.ts";
import type { FittedRegression } from "../../contract/regression-family.ts";
import type { RegressionBody } from "../../reports/regression/report.ts";
import type { Model } from "./execute-model.ts";
import { rowsBehind } from "./execute-rows-behind.ts";

const numbers = (name: string, values: readonly (number | null)[]): Column => numberColumn(name, values, { semantic: "number" });
const names = (name: string, values: readonly string[]): Column => textColumn(name, values, { semantic: "category" });
const ratioName: { readonly [ratio: string]: string } = { odds: "odds_ratio", rates: "rate_ratio", means: "ratio_of_means" };
const exp = (value: number | null): number | null =>
  value === null || !Number.isFinite(Math.exp(value)) ? null : Math.exp(value);

export function coefficientsTable({ coefficients, ratio }: Pick<RegressionBody, "coefficients" | "ratio">, model: Model): Table {
  const of = (name: string, at: (each: RegressionBody["coefficients"][number]) => number | null) =>
    numbers(name, coefficients.map(at));
  const hasDf = coefficients.some(({ df }) => df !== null);
  const told = ratioName[ratio];
  return tableOf(
    names(
      "coefficient",
      coefficients.map(({ label }) => label),
    ),
    ...(told === undefined
      ? []
      : [
          of(told, ({ estimate }) => exp(estimate)),
          of(`${told}_low`, ({ low }) => exp(low)),
          of(`${told}_high`, ({ high }) => exp(high)),
        ]),
    of("estimate", ({ estimate }) => estimate),
    of("error", ({ error }) => error),
    of("low", ({ low }) => low),
    of("high", ({ high }) => high),
    of(hasDf ? "t" : "z", ({ statistic }) => statistic),
    ...(hasDf ? [of("df", ({ df }) => df)] : []),
    of("pvalue", ({ p }) => p),
    integerColumn("n", [...rowsBehind(model)]),
    names(
      "r_name",
      coefficients.map(({ name }) => name),
    ),
  );
}

export function termsTable({ terms, testedBy, n }: Pick<RegressionBody, "terms" | "testedBy" | "n">): Table {
  return tableOf(
    names(
      "term",
      terms.map(({ label }) => label),
    ),
    numbers(
      testedBy === "f" ? "F" : "chi_squared",
      terms.map(({ statistic }) => statistic),
    ),
    numbers(
      "df",
      terms.map(({ df }) => df),
    ),
    ...(testedBy === "f"
      ? [
          numbers(
            "residual_df",
            terms.map(({ residualDf }) => residualDf),
          ),
        ]
      : []),
    numbers(
      "pvalue",
      terms.map(({ p }) => p),
    ),
    integerColumn(
      "n",
      terms.map(() => n),
    ),
  );
}

type Means = NonNullable<RegressionBody["means"]>;

const scaleNames: { readonly [ratio: string]: string } = { odds: "probability", rates: "rate", means: "mean" };

export function meansTable({ by, within, rows }: Means, ratio: string): Table {
  const of = (name: string, at: (row: Means["rows"][number]) => number | null) => numbers(name, rows.map(at));
  const response = scaleNames[ratio];
  const columns: Column[] = [
    ...(within === ""
      ? []
      : [
          names(
            within,
            rows.map((row) => row.within),
          ),
        ]),
    names(
      by,
      rows.map(({ level }) => level),
    ),
    ...(response === undefined
      ? []
      : [
          of(response, (row) => row.response),
          of(`${response}_low`, ({ responseLow }) => responseLow),
          of(`${response}_high`, ({ responseHigh }) => responseHigh),
        ]),
    of(response === undefined ? "mean" : "on_link", ({ estimate }) => estimate),
    of("error", ({ error }) => error),
    ...(rows.some(({ df }) => df !== null) ? [of("df", ({ df }) => df)] : []),
    of("low", ({ low }) => low),
    of("high", ({ high }) => high),
    integerColumn(
      "n",
      rows.map(({ n }) => n),
    ),
  ];
  return { type: "table", rowCount: rows.length, columns: uniquelyNamed(columns, "_") };
}

export function pairsTable({ by, within, pairs, rows }: Means, ratio: string): Table {
  const of = (name: string, at: (pair: Means["pairs"][number]) => number | null) => numbers(name, pairs.map(at));
  const told = ratioName[ratio];
  const sizeOf = (level: string, inner: string): number =>
    rows.find((row) => row.level === level && row.within === inner)?.n ?? 0;
  const columns: Column[] = [
    ...(within === ""
      ? []
      : [
          names(
            within,
            pairs.map((pair) => pair.within),
          ),
        ]),
    names(
      by,
      pairs.map(({ one }) => one),
    ),
    names(
      "against",
      pairs.map(({ other }) => other),
    ),
    ...(told === undefined
      ? []
      : [
          of(told, ({ estimate }) => exp(estimate)),
          of(`${told}_low`, ({ low }) => exp(low)),
          of(`${told}_high`, ({ high }) => exp(high)),
        ]),
    of("difference", ({ estimate }) => estimate),
    of("error", ({ error }) => error),
    ...(pairs.some(({ df }) => df !== null) ? [of("df", ({ df }) => df)] : []),
    of("low", ({ low }) => low),
    of("high", ({ high }) => high),
    of("pvalue", ({ p }) => p),
    of("padj", ({ adjusted }) => adjusted),
    integerColumn(
      "n",
      pairs.map(({ one, other, within: inner }) => Math.min(sizeOf(one, inner), sizeOf(other, inner))),
    ),
  ];
  return { type: "table", rowCount: pairs.length, columns: uniquelyNamed(columns, "_") };
}

/** `row`: its place in the table from 1. */
export function rowsTable({ means, residuals, standardised, leverages, cooks }: FittedRegression, places: Int32Array): Table {
  const of = (name: string, values: Float64Array): Column =>
    numbers(
      name,
      [...values].map((value) => (Number.isFinite(value) ? value : null)),
    );
  return tableOf(
    integerColumn(
      "row",
      Array.from(places, (place) => place + 1),
    ),
    of("fitted", means),
    of("residual", residuals),
    of("standardised", standardised),
    ...(leverages ? [of("leverage", leverages)] : []),
    ...(cooks ? [of("cooks_distance", cooks)] : []),
  );
}
