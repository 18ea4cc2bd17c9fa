// Summaries and drift: numbers of NumPy 1.24.2 and SciPy 1.10.1 (testing/reference/features).

import { describe, expect, test } from "vitest";
import { booleanColumn, numberColumn, tableOf, textColumn } from "../artifacts/table.ts";
import { canonicalJson } from "../base/canonical-json.ts";
import { sentenceIn } from "../messages/catalogue.ts";
import { locales } from "../messages/locale.ts";
import { kolmogorovUpper } from "../stats/kolmogorov-smirnov.ts";
import { answers, asNumbers } from "../testing/reference-features.ts";
import { driftOf, driftOfTable, usualDrift } from "./drift.ts";
import { type FeatureSummary, featureSummary, mostColumns, mostLevels } from "./feature-summary.ts";

const close = (found: number | null | undefined, expected: number): void => {
  if (found === null || found === undefined) throw new Error("nothing was told");
  expect(Math.abs(found - expected)).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(expected)));
};

describe.each(answers.drifts)("$name", (of) => {
  const before = tableOf(numberColumn("x", asNumbers(of.before)));
  const now = tableOf(numberColumn("x", asNumbers(of.now)));

  test("mean, deviation, quantiles, edges and counts are NumPy's", () => {
    const { values } = featureSummary(before).columns[0] ?? {};
    if (values?.sort !== "numbers") throw new Error("numbers were told");
    close((values.mean ?? 0) / of.mean, 1);
    if (of.sd !== null) close(values.sd, of.sd);
    values.quantiles?.forEach((found, at) =>
      close(found / ((of.quantiles[at] as number) || 1), (of.quantiles[at] as number) ? 1 : 0),
    );
    expect(values.deciles.counts).toEqual(of.counts);
    values.deciles.edges.forEach((edge, at) => close(edge / ((of.edges[at] as number) || 1), (of.edges[at] as number) ? 1 : 0));
    const later = featureSummary(now, { against: featureSummary(before) }).columns[0]?.values;
    expect(later?.sort === "numbers" && later.deciles.counts).toEqual(of.countsNow);
    expect(later?.sort === "numbers" && later.deciles.edges).toEqual(values.deciles.edges);
    // Nothing in it that JSON has no word for.
    expect(JSON.parse(canonicalJson(featureSummary(before)))).toEqual(featureSummary(before));
  });

  test("index, chance and distance are NumPy's and SciPy's", () => {
    const summary = featureSummary(before);
    const [drift] = driftOfTable(summary, now, usualDrift, before).columns;
    close(drift?.psi, of.psi);
    close(drift?.psiP, of.psiP);
    close(drift?.ks?.d, of.d);
    close(drift?.ks?.p, of.p);
    // What SciPy calls asymptotic is the exact distribution of one sample: near, and not the same.
    if (of.pOfScipy > 1e-6) expect(Math.abs(Math.log10((drift?.ks?.p ?? 0) / of.pOfScipy))).toBeLessThan(0.15);
    const [ofSummaries] = driftOf(summary, featureSummary(now, { against: summary })).columns;
    expect(ofSummaries?.psi).toBe(drift?.psi);
    expect(ofSummaries?.ks).toBeNull();
  });
});

test("the index of texts is NumPy's, with values that the snapshot had not in one bin", () => {
  const [before, now] = [answers.texts.before, answers.texts.now].map((values) => tableOf(textColumn("g", values)));
  if (!before || !now) throw new Error("two tables");
  const { columns, findings } = driftOfTable(featureSummary(before), now);
  close(columns[0]?.psi, answers.texts.psi);
  expect(columns[0]?.newLevels.map(({ value }) => value)).toEqual(["d"]);
  expect(columns[0]?.lostLevels.map(({ value }) => value)).toEqual(["c"]);
  expect(findings.map(({ severity, rule }) => [severity, rule])).toEqual(
    [
      ["alert", "psi"],
      ["alert", "new-levels"],
      ["note", "lost-levels"],
      // 150 rows where there were 200.
    ].toSpliced(2, 0, ["warn", "fewer"]),
  );
});

test("what is found is said in words, the worst first, and quotes no value", () => {
  const before = tableOf(
    textColumn("id", ["a", "b", "c", "d"], { semantic: "sample" }),
    numberColumn("age", [1, 2, 3, 4], { unit: "years" }),
    numberColumn("gone", [1, 2, 3, 4]),
    textColumn("turned", ["1", "2", "1", "2"]),
    booleanColumn("is", [true, true, false, false]),
  );
  const now = tableOf(
    textColumn("id", ["a", "b", "x"], { semantic: "sample" }),
    numberColumn("age", [null, null, 3], { unit: "months" }),
    numberColumn("turned", [1, 2, 3]),
    booleanColumn("is", [null, true, true]),
    textColumn("new", ["p", "q", "r"]),
  );
  const summary = featureSummary(before, { entity: "id" });
  expect([summary.rows, summary.entities]).toEqual([4, 4]);
  const { findings, columns } = driftOfTable(summary, now);
  expect(findings.map(({ severity, rule, column }) => [severity, rule, column])).toEqual([
    ["alert", "column-gone", "gone"],
    ["alert", "unit", "age"],
    ["alert", "type", "turned"],
    ["alert", "missing", "age"],
    ["alert", "missing", "is"],
    ["warn", "fewer", null],
    ["note", "lost-levels", "is"],
    ["note", "column-new", "new"],
  ]);
  for (const { said } of findings)
    for (const locale of locales) expect(sentenceIn(said, locale)).not.toMatch(/\{\w+\}|undefined|features\.|NaN/);
  // Names of individuals are in no summary.
  expect(JSON.stringify(summary)).not.toContain('"value":"a"');
  expect(columns.find(({ name }) => name === "id")?.psi).toBeNull();
});

test("after a materialisation in which nothing stood edges are taken of the next one", () => {
  const none = featureSummary(tableOf(numberColumn("x", [null, null])));
  const some = featureSummary(tableOf(numberColumn("x", [1, 2, 3, 4])), { against: none });
  expect(driftOf(none, some).columns[0]?.psi).toBeNull();
  expect(some.columns[0]?.values.sort === "numbers" && some.columns[0].values.deciles.edges.length).toBe(9);
});

test("of few rows chance is no drift", () => {
  const values = (seed: number): number[] => Array.from({ length: 12 }, (_, at) => (at * 7 + seed * 5) % 12);
  const summary = featureSummary(tableOf(numberColumn("x", values(0))));
  const { columns, findings } = driftOfTable(summary, tableOf(numberColumn("x", values(1).slice(0, 8))));
  expect(columns[0]?.psi).toBeGreaterThan(0.25);
  expect(findings.map(({ rule }) => rule)).toEqual(["fewer"]);
});

test("a summary is bounded, whatever the table is", () => {
  const rows = 3000;
  const wide = tableOf(...Array.from({ length: mostColumns + 5 }, (_, at) => numberColumn(`c${at}`, [at])));
  expect([featureSummary(wide).columns.length, featureSummary(wide).leftOut]).toEqual([mostColumns, 5]);
  const long = textColumn(
    "t",
    Array.from({ length: rows }, (_, row) => `${row}${"x".repeat(row % 2 === 0 ? 400 : 3)}`),
  );
  const { values } = featureSummary(tableOf(long)).columns[0] ?? {};
  if (values?.sort !== "texts") throw new Error("texts were told");
  expect([values.n, values.distinct, values.levels?.length, values.rest]).toEqual([rows, rows, mostLevels, rows - mostLevels]);
  // And stays so from one materialisation to the next.
  let summary: FeatureSummary | null = null;
  for (let turn = 0; turn < 5; turn++)
    summary = featureSummary(
      tableOf(
        textColumn(
          "t",
          Array.from({ length: 100 }, (_, row) => `${turn} ${row}`),
        ),
      ),
      { against: summary },
    );
  const kept = summary?.columns[0]?.values;
  expect(kept?.sort === "texts" ? (kept.levels?.length ?? 0) : 999).toBeLessThanOrEqual(2 * mostLevels);
});

test.each([
  ["no rows", [], []],
  ["nothing but missing values", [null, null], [null, 1]],
  ["one row", [1], [2]],
  ["one value", [3, 3, 3], [3, 3, 4]],
  ["nothing but infinities", [Number.POSITIVE_INFINITY], [Number.NEGATIVE_INFINITY, 1]],
  ["numbers next to the largest", [1.7e308, -1.7e308, 1e-308], [1e308, 5, null]],
])("%s: everything is told or null", (_title, before, now) => {
  const summary = featureSummary(tableOf(numberColumn("x", before)));
  expect(() => canonicalJson(summary)).not.toThrow();
  const drift = driftOfTable(summary, tableOf(numberColumn("x", now)), usualDrift, tableOf(numberColumn("x", before)));
  expect(JSON.stringify(drift.columns)).not.toContain("NaN");
  for (const { psi, psiP } of drift.columns)
    for (const each of [psi, psiP]) expect(each === null || Number.isFinite(each)).toBe(true);
});

// As users of probatus and of scikit-learn's quantile bins met it (ing-bank/probatus#112): deciles that fall on one value are one edge.
test.each([
  ["a flag that was mostly 1", [...Array<number>(95).fill(1), ...Array<number>(5).fill(0)], 0],
  ["a column of one value, which moves down", Array<number>(100).fill(5), 3],
  ["a column of one value, which moves up", Array<number>(100).fill(5), 7],
  ["the least double, which moves up", Array<number>(100).fill(-Number.MAX_VALUE), 0],
])("%s: the index is told of summaries alone", (_title, before, moved) => {
  const summary = featureSummary(tableOf(numberColumn("x", before)));
  const now = tableOf(numberColumn("x", [...before.slice(0, 50), ...Array<number>(50).fill(moved)]));
  expect(driftOfTable(summary, now).findings.map(({ severity, rule }) => [severity, rule])).toEqual([["alert", "psi"]]);
  expect(driftOfTable(summary, tableOf(numberColumn("x", before))).findings).toEqual([]);
  expect(JSON.parse(canonicalJson(summary))).toEqual(summary);
});

test("the limiting distribution of Kolmogorov is scipy.stats.kstwobign", () => {
  // >>> from scipy.stats import kstwobign; [kstwobign.sf(x) for x in (0.2, 0.5, 0.9, 1, 1.5, 3)]
  const wanted = [1, 0.9639452436648751, 0.3927307079406543, 0.26999967167735456, 0.022217962616525127, 3.045995948942525e-8];
  [0.2, 0.5, 0.9, 1, 1.5, 3].forEach((x, at) => close(kolmogorovUpper(x) / (wanted[at] as number), 1));
});
