// Every family of the list keeps the contract.

import { expect, test } from "vitest";
import { charts, type FamilyName } from "../charts.ts";
import type { ChartLine } from "../contract/chart.ts";
import { type ChartCases, describeChart } from "../testing/describe-chart.ts";

const cases: { readonly [name in FamilyName]: ChartCases } = {
  point: { draws: { x: "value", y: "weight", color: "group" }, log: "logY", tells: { of: "individuals" } },
  line: {
    draws: { x: "value", y: "weight", color: "group" },
    examples: [{ points: true }],
    log: "logY",
    tells: { of: "individuals" },
  },
  bar: {
    draws: { x: "group", y: "value" },
    options: { measure: "mean" },
    examples: [{ measure: "count" }, { measure: "sum", stacked: true }, { measure: "median" }],
    log: "logY",
    tells: { of: "groups", statistics: ["count", "mean"] },
  },
  histogram: {
    draws: { x: "value", color: "group" },
    examples: [{ bins: 4 }],
    log: "logX",
    tells: { of: "groups", statistics: ["count", "median", "extreme"] },
  },
  box: {
    draws: { x: "group", y: "value" },
    examples: [{ points: false }],
    log: "logY",
    tells: { of: "groups", statistics: ["count", "median", "extreme", "value"] },
  },
  violin: {
    draws: { x: "group", y: "value" },
    examples: [{ width: "widest" }, { inner: false }],
    log: "logY",
    tells: { of: "groups", statistics: ["count", "median", "density"] },
  },
  heatmap: {
    draws: { x: "group", y: "other", color: "value" },
    log: null,
    tells: { of: "groups", statistics: ["count", "mean"] },
  },
};

test("each has cases", () => expect(Object.keys(cases).sort()).toEqual(Object.keys(charts).sort()));

for (const [name, line] of Object.entries(charts) as [FamilyName, ChartLine][]) describeChart(name, line, cases[name]);
